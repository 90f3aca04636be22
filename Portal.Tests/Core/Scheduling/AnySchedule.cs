using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Portal.Core.Scheduling;

namespace Portal.Tests.Core.Scheduling;

/// <summary>Random schedules for properties; a counterexample loses whatever is not needed for it before it is shown.</summary>
internal static class AnySchedule
{
    private static readonly Arbitrary<RandomSchedule> Arbitrary =
        Arb.From(Gen.Choose(0, int.MaxValue - 1_000_000).Select(RandomSchedule.From), Smaller);

    public static void Holds(Action<RandomSchedule> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000).WithQuietOnSuccess(true), Prop.ForAll(Arbitrary, property));

    private static IEnumerable<RandomSchedule> Smaller(RandomSchedule world)
    {
        var (schedule, _, _) = world;
        foreach (var hosts in Without(schedule.Hosts).Where(hosts => hosts.Count > 0))
            yield return With(schedule with { Hosts = hosts });
        for (var number = 0; number < schedule.Hosts.Count; number++)
        {
            foreach (var host in Smaller(schedule.Hosts[number]))
                yield return With(schedule with { Hosts = [.. schedule.Hosts.Take(number), host, .. schedule.Hosts.Skip(number + 1)] });
        }
        foreach (var meetings in Without(schedule.Meetings))
            yield return With(schedule with { Meetings = meetings });
        foreach (var rules in Smaller(schedule.Rules).Where(rules => rules != schedule.Rules))
            yield return With(schedule with { Rules = rules });

        RandomSchedule With(Schedule smaller) => world with { Schedule = smaller };
    }

    private static IEnumerable<HostHours> Smaller(HostHours host) =>
    [
        .. Without(host.Busy).Select(busy => host with { Busy = busy }),
        .. Without(host.Groups).Select(groups => host with { Groups = groups }),
        .. Without(host.Sessions).Select(sessions => host with { Sessions = sessions }),
        .. Without(host.Meetings).Select(meetings => host with { Meetings = meetings }),
        .. Without(host.Hours.Ranges).Select(ranges => host with { Hours = new WeeklyHours(ranges) }),
        .. host.Exceptions.Count > 0 ? [host with { Exceptions = DayExceptions.None }] : Array.Empty<HostHours>(),
        .. host.Limit != default ? [host with { Limit = default }] : Array.Empty<HostHours>(),
    ];

    private static IEnumerable<SlotRules> Smaller(SlotRules rules) =>
    [
        rules with { Offset = Duration.Zero },
        rules with { BufferBefore = Duration.Zero, BufferAfter = Duration.Zero },
        rules with { MinimumNotice = Duration.Zero },
        rules with { FirstDay = null, LastDay = null },
        rules with { Limit = default },
        rules with { Increment = rules.Length },
    ];

    private static IEnumerable<List<T>> Without<T>(IReadOnlyList<T> items) =>
        Enumerable.Range(0, items.Count).Select(left => items.Where((_, index) => index != left).ToList());
}
