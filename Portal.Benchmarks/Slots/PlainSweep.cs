using NodaTime;

namespace Portal.Benchmarks.Slots;

/// <summary>
/// The least work that gives the same starts, to measure the engine by: the working hours of each day through NodaTime
/// once for all hosts, then each host's busy times, as ticks and in order, against the starts. It knows one zone, one set
/// of hours that never crosses midnight, no rule and no host's name.
/// </summary>
internal sealed class PlainSweep
{
    private readonly DateTimeZone zone;
    private readonly LocalDate firstDay;
    private readonly LocalDate endDay;
    private readonly (LocalTime From, LocalTime To)[][] hoursOfDay;
    private readonly long length;
    private readonly long increment;
    private readonly (long Start, long End)[][] busyOfHost;
    private readonly int hostsNeeded;
    // kept from run to run
    private long[] starts = new long[64];
    private int[] freeHosts = new int[64];

    public PlainSweep(Workload workload)
    {
        (zone, firstDay, endDay) = (workload.TimeZone, workload.FirstDay, workload.EndDay);
        var ranges = workload.Ranges().ToLookup(range => range.Day, range => (range.From, range.To));
        hoursOfDay = [.. Enumerable.Range(0, 8).Select(day => ranges[(IsoDayOfWeek)day].Order().ToArray())];
        length = workload.DurationMinutes * NodaConstants.TicksPerMinute;
        increment = workload.IncrementMinutes * NodaConstants.TicksPerMinute;
        busyOfHost = [.. workload.Hosts.Select(busy => busy.Select(TicksOf).OrderBy(time => time.Start).ToArray())];
        hostsNeeded = workload.Assignment == "collective" ? busyOfHost.Length : 1;
    }

    public long[] Run()
    {
        var count = CollectStarts();
        foreach (var busy in busyOfHost)
            CountFree(busy, count);
        var open = 0;
        for (var index = 0; index < count; index++)
            open += freeHosts[index] >= hostsNeeded ? 1 : 0;
        var found = new long[open];
        open = 0;
        for (var index = 0; index < count; index++)
        {
            if (freeHosts[index] >= hostsNeeded)
                found[open++] = starts[index];
        }
        return found;
    }

    private int CollectStarts()
    {
        var count = 0;
        for (var day = firstDay; day < endDay; day = day.PlusDays(1))
        {
            foreach (var (from, to) in hoursOfDay[(int)day.DayOfWeek])
            {
                var end = zone.AtLeniently(day + to).ToInstant().ToUnixTimeTicks();
                for (var start = zone.AtLeniently(day + from).ToInstant().ToUnixTimeTicks(); start + length <= end; start += increment)
                {
                    if (count == starts.Length)
                        Grow();
                    freeHosts[count] = 0;
                    starts[count++] = start;
                }
            }
        }
        return count;
    }

    private void CountFree((long Start, long End)[] busy, int count)
    {
        var next = 0;
        var busyUntil = long.MinValue;
        for (var index = 0; index < count; index++)
        {
            var start = starts[index];
            while (next < busy.Length && busy[next].Start < start + length)
                busyUntil = Math.Max(busyUntil, busy[next++].End);
            if (busyUntil <= start)
                freeHosts[index]++;
        }
    }

    private void Grow()
    {
        Array.Resize(ref starts, starts.Length * 2);
        Array.Resize(ref freeHosts, freeHosts.Length * 2);
    }

    private static (long Start, long End) TicksOf(long[] busy) =>
        (busy[0] * NodaConstants.TicksPerMillisecond, busy[1] * NodaConstants.TicksPerMillisecond);
}
