using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>One pass over one host's time: hours, notice, horizon and busy times decide each start of the grid in turn.</summary>
internal static class HostSweep
{
    // zones reach from UTC-18 to UTC+18, so a local day has ended everywhere by then
    private const long WidestOffset = 18 * NodaConstants.TicksPerHour;

    /// <summary>Adds, in ascending order, the open starts in [<paramref name="from"/>, <paramref name="until"/>).</summary>
    public static void Run(SlotRules rules, HostHours host, long from, long until, Instant now, List<long> starts)
    {
        var length = rules.Length.BclCompatibleTicks;
        var increment = rules.Increment.BclCompatibleTicks;
        var before = rules.BufferBefore.BclCompatibleTicks;
        var after = rules.BufferAfter.BclCompatibleTicks;

        var today = Ticks.DayOf(Ticks.Floor(now) + host.Zone.GetUtcOffset(now).Ticks);
        var localHorizon = (today + rules.HorizonDays + 1) * NodaConstants.TicksPerDay;
        from = Math.Max(from, Ticks.Ceiling(now + rules.MinimumNotice));
        until = Math.Min(until, localHorizon + WidestOffset);
        if (from >= until)
            return;

        var hours = new OpenHours(host, from, until + length);
        var stretches = new OpenStretches(hours);
        var busy = new BusyTimes(host.Busy, from - before, until + length + after);
        while (hours.MoveNext() && hours.Current.Start < until)
        {
            var piece = hours.Current;
            var end = Math.Min(Math.Min(piece.End, until), localHorizon - piece.Offset);
            var lastStart = stretches.EndOf(piece.Start) - length;
            var start = OnGrid(piece.Anchor, increment, Math.Max(piece.Start, from));
            while (start < end && start <= lastStart)
            {
                if (busy.Overlaps(start - before, start + length + after, out var freeAgain))
                {
                    start = OnGrid(piece.Anchor, increment, freeAgain + before);
                    continue;
                }
                starts.Add(start);
                start += increment;
            }
        }
    }

    /// <summary>The first point of the grid at or after the given one, which is never before the anchor.</summary>
    private static long OnGrid(long anchor, long increment, long atOrAfter) =>
        anchor + (atOrAfter - anchor + increment - 1) / increment * increment;
}
