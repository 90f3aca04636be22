using NodaTime;
using Portal.Core.Scheduling;

namespace Portal.Tests.Core.Scheduling;

/// <summary>A host, rules and a moment drawn from a seed, every other one around a change of offset.</summary>
internal sealed record RandomWorld(SlotRules Rules, HostHours Host, Interval Window, Instant Now)
{
    private static readonly string[] ZoneIds = [.. DateTimeZoneProviders.Tzdb.Ids];

    public static RandomWorld From(int seed)
    {
        var random = new Random(seed);
        var zone = DateTimeZoneProviders.Tzdb[ZoneIds[random.Next(ZoneIds.Length)]];
        var middle = Instant.FromUtc(2024, 1, 1, 0, 0) + Duration.FromMinutes(random.Next(7 * 365 * 24 * 60));
        var interval = zone.GetZoneInterval(middle);
        if (seed % 2 == 0 && interval.HasEnd && interval.End < Instant.FromUtc(2032, 1, 1, 0, 0))
            middle = interval.End;
        var window = new Interval(
            middle - Duration.FromMinutes(random.Next(60, 2 * 24 * 60)), middle + Duration.FromMinutes(random.Next(60, 2 * 24 * 60)));

        var rules = new SlotRules
        {
            Length = Minutes(random, 5, 15, 20, 30, 45, 60, 90, 240, 1500),
            Increment = Minutes(random, 5, 7, 15, 25, 30, 45, 60, 90, 1000),
            BufferBefore = Minutes(random, 0, 0, 5, 15, 60),
            BufferAfter = Minutes(random, 0, 0, 10, 30),
            MinimumNotice = Minutes(random, 0, 0, 60, 240, 1440),
            HorizonDays = random.Next(4) == 0 ? random.Next(3) : 60,
        };
        var now = window.Start + Duration.FromSeconds(random.Next(-5 * 24 * 60 * 60, 24 * 60 * 60));
        return new RandomWorld(rules, new HostHours(Guid.NewGuid(), zone, Hours(random), Busy(random, window)), window, now);
    }

    private static WeeklyHours Hours(Random random)
    {
        var ranges = new List<WeeklyRange>();
        // minutes since Monday; each range begins where the last one ended or later
        var minute = random.Next(24 * 60);
        var end = minute + 7 * 24 * 60;
        while (minute < end)
        {
            var length = Math.Min(end - minute, random.Next(3) == 0 ? 24 * 60 : random.Next(1, 30) * random.Next(1, 40));
            ranges.Add(new WeeklyRange(
                (IsoDayOfWeek)(minute / (24 * 60) % 7 + 1), LocalTime.Midnight.PlusMinutes(minute), LocalTime.Midnight.PlusMinutes(minute + length)));
            minute += length + (random.Next(3) == 0 ? 0 : random.Next(900));
        }
        return new WeeklyHours(ranges);
    }

    private static List<BusyTime> Busy(Random random, Interval window)
    {
        var busy = new List<BusyTime>();
        for (var count = random.Next(12); count > 0; count--)
        {
            var start = window.Start + Duration.FromSeconds(random.Next(-86_400, (int)window.Duration.TotalSeconds + 86_400));
            if (random.Next(2) == 0)
                start = Instant.FromUnixTimeSeconds(start.ToUnixTimeSeconds() / 900 * 900);
            busy.Add(new BusyTime(start, start + Duration.FromMinutes(random.Next(0, 12) * 15), BusyKind.Booked));
        }
        return busy;
    }

    private static Duration Minutes(Random random, params int[] choices) => Duration.FromMinutes(choices[random.Next(choices.Length)]);
}
