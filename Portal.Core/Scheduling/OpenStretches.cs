namespace Portal.Core.Scheduling;

/// <summary>Runs ahead of <see cref="OpenHours"/> and joins pieces that touch, so that a meeting may reach across them.</summary>
internal struct OpenStretches
{
    private OpenHours ahead;
    private bool more;
    private long end;

    public OpenStretches(OpenHours hours)
    {
        ahead = hours;
        more = ahead.MoveNext();
        end = long.MinValue;
    }

    /// <summary>Where the continuous open time that contains the instant ends; asked in order of time, for open instants.</summary>
    public long EndOf(long instant)
    {
        while (end <= instant)
        {
            end = ahead.Current.End;
            while ((more = more && ahead.MoveNext()) && ahead.Current.Start == end)
                end = ahead.Current.End;
        }
        return end;
    }
}
