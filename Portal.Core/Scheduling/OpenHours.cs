using NodaTime;
using NodaTime.TimeZones;

namespace Portal.Core.Scheduling;

/// <summary>
/// Walks a host's hours as pieces of real time, in order. An instant is within the hours when its wall time is:
/// a wall time that is skipped never comes, one that is repeated comes twice, and a change of offset starts a new piece.
/// A date's hours are its exception's, or else those of its day of the week; hours that reach in from the day before end
/// where they begin.
/// A copy walks on by itself.
/// </summary>
internal struct OpenHours
{
    private readonly WeeklyHours hours;
    private readonly DayExceptions exceptions;
    private readonly DateTimeZone zone;
    private readonly long from;
    private readonly long until;
    private ZoneInterval interval;
    private long offset;
    private long localStart;
    private long localEnd;
    private long day;
    private long lastDay;
    private int range;

    /// <summary>Every piece that ends after <paramref name="from"/> and begins before <paramref name="until"/>.</summary>
    public OpenHours(HostHours host, long from, long until)
    {
        hours = host.Hours;
        exceptions = host.Exceptions;
        zone = host.Zone;
        this.from = from;
        this.until = until;
        interval = zone.GetZoneInterval(Instant.FromUnixTimeTicks(from));
        EnterInterval();
    }

    public OpenPiece Current { get; private set; }

    public bool MoveNext()
    {
        while (true)
        {
            var ranges = RangesOf(day);
            var midnight = day * NodaConstants.TicksPerDay;
            while (range < ranges.Length)
            {
                var (rangeFrom, rangeTo) = ranges[range++];
                var start = Math.Max(midnight + rangeFrom, localStart) - offset;
                var end = Math.Min(midnight + BeforeNextDay(rangeTo), localEnd) - offset;
                if (start >= end || end <= from)
                    continue;
                Current = new OpenPiece(start, end, midnight + rangeFrom - offset, offset);
                return start < until;
            }
            range = 0;
            if (++day <= lastDay)
                continue;
            if (!interval.HasEnd || Ticks.Floor(interval.End) >= until)
                return false;
            interval = zone.GetZoneInterval(interval.End);
            EnterInterval();
        }
    }

    private readonly ReadOnlySpan<DayRange> RangesOf(long date) =>
        exceptions.TryGetRanges(date, out var ranges) ? ranges : hours.On(Ticks.DayOfWeek(date));

    private readonly long BeforeNextDay(long rangeTo)
    {
        if (rangeTo <= NodaConstants.TicksPerDay)
            return rangeTo;
        var next = RangesOf(day + 1);
        return next.IsEmpty ? rangeTo : Math.Min(rangeTo, NodaConstants.TicksPerDay + next[0].From);
    }

    private void EnterInterval()
    {
        offset = interval.WallOffset.Ticks;
        localStart = (interval.HasStart ? Ticks.Floor(interval.Start) : Ticks.Earliest) + offset;
        localEnd = (interval.HasEnd ? Ticks.Floor(interval.End) : Ticks.Latest) + offset;
        // hours of the day before may reach past midnight
        day = Ticks.DayOf(Math.Max(localStart, from + offset)) - 1;
        lastDay = Ticks.DayOf(Math.Min(localEnd, until + offset) - 1);
        range = 0;
    }
}
