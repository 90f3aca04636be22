namespace Portal.Core.Scheduling;

/// <summary>Where meetings can start as far as hours go, before anything is known to be in the way.</summary>
internal static class StartGrid
{
    /// <summary>In ascending order, the starts within <paramref name="span"/> from which a meeting fits the host's hours.</summary>
    public static TickList Of(SlotRules rules, HostHours host, TickSpan span)
    {
        var starts = new TickList();
        if (span.From >= span.Until)
            return starts;
        var length = rules.Length.BclCompatibleTicks;
        var increment = rules.Increment.BclCompatibleTicks;
        var offset = rules.Offset.BclCompatibleTicks;
        var hours = new OpenHours(host, span.From, span.Until + length);
        var stretches = new OpenStretches(hours);
        while (hours.MoveNext() && hours.Current.Start < span.Until)
        {
            var piece = hours.Current;
            while (stretches.Current.Until <= piece.Start)
                stretches.MoveNext();
            var end = Math.Min(piece.End, span.Until);
            var lastStart = stretches.Current.Until - length;
            var first = OnGrid(piece.Anchor + offset, increment, Math.Max(piece.Start, span.From));
            for (var start = first; start < end && start <= lastStart; start += increment)
                starts.Add(start);
        }
        return starts;
    }

    /// <summary>The first point of the grid at or after the given one.</summary>
    private static long OnGrid(long anchor, long increment, long atOrAfter) =>
        atOrAfter <= anchor ? anchor : anchor + (atOrAfter - anchor + increment - 1) / increment * increment;
}
