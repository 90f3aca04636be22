using System.Collections.Immutable;
using NodaTime;
using Portal.Core.Scheduling;

namespace Portal.Tests.Core.Scheduling;

/// <summary>Everything a schedule can hold, drawn from a seed: each feature in some worlds and not in others.</summary>
internal sealed record RandomSchedule(Schedule Schedule, Interval Window, Instant Now)
{
    public static RandomSchedule From(int seed)
    {
        var random = new Random(seed);
        var (rules, first, window, now) = RandomWorld.From(seed);
        window = new Interval(
            Instant.FromUnixTimeSeconds(window.Start.ToUnixTimeSeconds() / 60 * 60), Instant.FromUnixTimeSeconds(window.End.ToUnixTimeSeconds() / 60 * 60));
        var day = window.Start.InZone(first.Zone).Date;
        rules = rules with
        {
            Length = random.Next(3) == 0 ? rules.Length : Duration.FromMinutes(30),
            Offset = Duration.FromMinutes(Sometimes(random) ? random.Next(0, 90) : 0),
            FirstDay = Sometimes(random) ? day.PlusDays(random.Next(-1, 3)) : null,
            LastDay = Sometimes(random) ? day.PlusDays(random.Next(-1, 4)) : null,
            Limit = RandomLimit(random),
            Capacity = random.Next(3) == 0 ? random.Next(2, 5) : 1,
            SessionsOnly = random.Next(8) == 0,
        };
        var zone = random.Next(2) == 0 ? first.Zone : Sketch.Berlin;
        var hosts = Enumerable.Range(0, random.Next(1, 4))
            .Select(number => number == 0 ? first : RandomWorld.From(seed + number * 100_003).Host)
            .Select(host => random.Next(2) == 0 ? host with { Zone = first.Zone, Hours = first.Hours } : host)
            .Select(host => random.Next(2) == 0 ? host : WithExceptions(random, host, day))
            .Select(host => host with { Busy = BusyIn(random, window), Limit = RandomLimit(random), Meetings = Moments(random, window) })
            .Select(host => Sometimes(random) || rules.SessionsOnly ? WithSessions(random, host, window) : host)
            .Select(host => rules.Capacity > 1 ? WithGroups(random, host, rules, window, now) : host)
            .ToList();
        var schedule = new Schedule(rules, hosts, zone)
        {
            Combination = random.Next(3) == 0 ? HostCombination.All : HostCombination.Any,
            Meetings = Moments(random, window),
        };
        return new RandomSchedule(schedule, window, now);
    }

    /// <summary>All of it, for the message of a test that fails.</summary>
    public override string ToString() => string.Join('\n',
    [
        $"{Schedule.Rules}, {Schedule.Combination}, {Schedule.Zone}, meetings {string.Join(' ', Schedule.Meetings)}, window {Window}, now {Now}",
        .. Schedule.Hosts.Select(host => $"{host.Zone} {host.Hours}, busy {string.Join(' ', host.Busy)}, groups {string.Join(' ', host.Groups)}, "
            + $"sessions {string.Join(' ', host.Sessions)}, {host.Limit}, meetings {string.Join(' ', host.Meetings)}, {host.Exceptions.Count} exceptions"),
    ]);

    private static bool Sometimes(Random random) => random.Next(4) == 0;

    private static MeetingLimit RandomLimit(Random random) => new(
        random.Next(5) == 0 ? random.Next(0, 4) : null, random.Next(6) == 0 ? random.Next(1, 6) : null);

    private static List<Instant> Moments(Random random, Interval window) =>
        [.. Enumerable.Range(0, random.Next(6)).Select(_ => window.Start + Duration.FromMinutes(random.Next(-1440, (int)window.Duration.TotalMinutes + 1440)))];

    private static HostHours WithExceptions(Random random, HostHours host, LocalDate day) => host with
    {
        Exceptions = DayExceptions.Of(Enumerable.Range(0, random.Next(1, 5)).Select(_ => new DayException(
            day.PlusDays(random.Next(-2, 5)), (DayExceptionKind)random.Next(3), Ranges(random), "Exception"))),
    };

    private static ImmutableArray<TimeRange> Ranges(Random random)
    {
        var ranges = ImmutableArray.CreateBuilder<TimeRange>();
        for (var minute = random.Next(0, 900); minute < 1440 && random.Next(3) > 0;)
        {
            var length = random.Next(1, 600);
            ranges.Add(new TimeRange(LocalTime.Midnight.PlusMinutes(minute), LocalTime.Midnight.PlusMinutes(minute + length)));
            minute += length + random.Next(2) * random.Next(300);
        }
        return ranges.DrainToImmutable();
    }

    private static HostHours WithSessions(Random random, HostHours host, Interval window) => host with
    {
        Sessions = [.. Moments(random, window).Select(start => new SessionOffer(NewGuid(random), start, start + Duration.FromMinutes(random.Next(1, 6) * 30)))],
    };

    /// <summary>Running meetings at times the host would be offered, or once in a while anywhere, with the claims that go with them.</summary>
    private static HostHours WithGroups(Random random, HostHours host, SlotRules rules, Interval window, Instant now)
    {
        var offered = OpenSlots.Find(new Schedule(rules, [host], host.Zone), window, now);
        for (var count = random.Next(4); count > 0 && offered.Count > 0; count--)
        {
            var start = Sometimes(random) ? Moments(random, window).FirstOrDefault(offered[0].Start) : offered[random.Next(offered.Count)].Start;
            var end = start + (random.Next(6) == 0 ? Duration.FromHours(1) : rules.Length);
            var isClaimed = random.Next(5) > 0;
            host = host with
            {
                Groups = [.. host.Groups, new GroupMeeting(start, end, random.Next(1, rules.Capacity + 1))],
                Busy = isClaimed ? [.. host.Busy, new BusyTime(start - rules.BufferBefore, end + rules.BufferAfter, BusyKind.Booked)] : host.Busy,
            };
        }
        return host;
    }

    private static List<BusyTime> BusyIn(Random random, Interval window)
    {
        var busy = new List<BusyTime>();
        for (var count = random.Next(8); count > 0; count--)
        {
            var start = window.Start + Duration.FromMinutes(random.Next(-1440, (int)window.Duration.TotalMinutes) / 5 * 5);
            busy.Add(new BusyTime(start, start + Duration.FromMinutes(random.Next(0, 12) * 15), (BusyKind)random.Next(3)));
        }
        return busy;
    }

    private static Guid NewGuid(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
