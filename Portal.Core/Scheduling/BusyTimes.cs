namespace Portal.Core.Scheduling;

/// <summary>A host's busy times as one ascending line without overlaps, asked in order of time.</summary>
internal struct BusyTimes
{
    private readonly long[] starts;
    private readonly long[] ends;
    private readonly int count;
    private int next;

    /// <summary>Only what touches the given time is kept.</summary>
    public BusyTimes(IReadOnlyList<BusyTime> busy, long from, long until)
    {
        starts = busy.Count == 0 ? [] : new long[busy.Count];
        ends = busy.Count == 0 ? [] : new long[busy.Count];
        var ordered = true;
        for (var index = 0; index < busy.Count; index++)
        {
            var start = Ticks.Floor(busy[index].Start);
            var end = Ticks.Ceiling(busy[index].End);
            if (busy[index].Start >= busy[index].End || start >= end || end <= from || start >= until)
                continue;
            ordered = ordered && (count == 0 || starts[count - 1] <= start);
            starts[count] = start;
            ends[count++] = end;
        }
        if (!ordered)
            starts.AsSpan(0, count).Sort(ends.AsSpan(0, count));
        count = Join(starts, ends, count);
    }

    /// <summary>
    /// Whether something overlaps [<paramref name="from"/>, <paramref name="until"/>); touching does not.
    /// <paramref name="freeAgain"/> is where the busy time found ends. <paramref name="from"/> never goes back.
    /// </summary>
    public bool Overlaps(long from, long until, out long freeAgain)
    {
        while (next < count && ends[next] <= from)
            next++;
        freeAgain = next < count ? ends[next] : long.MaxValue;
        return next < count && starts[next] < until;
    }

    private static int Join(long[] starts, long[] ends, int count)
    {
        var last = 0;
        for (var index = 1; index < count; index++)
        {
            if (starts[index] <= ends[last])
            {
                ends[last] = Math.Max(ends[last], ends[index]);
                continue;
            }
            starts[++last] = starts[index];
            ends[last] = ends[index];
        }
        return count == 0 ? 0 : last + 1;
    }
}
