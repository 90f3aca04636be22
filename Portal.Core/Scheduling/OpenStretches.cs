namespace Portal.Core.Scheduling;

/// <summary>The same hours with pieces that touch joined, so that a meeting may reach across them.</summary>
internal struct OpenStretches
{
    private OpenHours ahead;
    private bool more;

    public OpenStretches(OpenHours hours)
    {
        ahead = hours;
        more = ahead.MoveNext();
        Current = new TickSpan(long.MinValue, long.MinValue);
    }

    public TickSpan Current { get; private set; }

    public bool MoveNext()
    {
        if (!more)
            return false;
        var (from, until) = (ahead.Current.Start, ahead.Current.End);
        while ((more = ahead.MoveNext()) && ahead.Current.Start == until)
            until = ahead.Current.End;
        Current = new TickSpan(from, until);
        return true;
    }
}
