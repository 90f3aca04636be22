using NodaTime;
using Portal.Core.Scheduling;
using Xunit.Abstractions;
using static Portal.Tests.Core.Scheduling.Sketch;

namespace Portal.Tests.Core.Scheduling;

[Trait("Req", "C1"), Trait("Promise", "R6")]
public class OracleTests(ITestOutputHelper output)
{
    [Fact]
    public void Random_worlds_are_offered_as_the_minute_by_minute_check_finds_them()
    {
        var offered = 0;
        for (var seed = 0; seed < 2000; seed++)
        {
            var world = RandomWorld.From(seed);

            var found = OpenSlots.Find(Of(world.Rules, [world.Host]), world.Window, world.Now);

            var expected = new MinuteOracle(Of(world.Rules, world.Host), world.Window, world.Now).Slots();
            AssertSame(expected, found, $"seed {seed}, {world.Host.Zone}, {world.Host.Hours}, {world.Rules}, {world.Window}");
            Assert.All(found, slot => Assert.True(IsOpen(world.Rules, world.Host, slot.Start, world.Now)));
            offered += found.Count;
        }
        output.WriteLine($"{offered} slots");
        Assert.True(offered > 10_000, $"only {offered} slots in all worlds");
    }

    [Fact]
    public void Random_schedules_with_every_kind_of_rule_are_offered_as_the_minute_by_minute_check_finds_them()
    {
        var (offered, sessions, joinable, together) = (0, 0, 0, 0);
        for (var seed = 0; seed < 2000; seed++)
        {
            var (schedule, window, now) = RandomSchedule.From(seed);

            var found = OpenSlots.Find(schedule, window, now);

            AssertSame(new MinuteOracle(schedule, window, now).Slots(), found, $"seed {seed}, {schedule.Rules}, {window}");
            offered += found.Count;
            sessions += found.Count(slot => slot.SessionId is not null);
            joinable += found.Count(slot => slot.SeatsLeft < schedule.Rules.Capacity);
            together += found.Count(slot => schedule.Combination == HostCombination.All && slot.Hosts.Count > 1);
        }
        output.WriteLine($"{offered} slots, {sessions} sessions, {joinable} with seats taken, {together} of several hosts");
        Assert.True(offered > 20_000 && sessions > 300 && joinable > 100 && together > 500, "too few slots to prove anything");
    }

    [Fact]
    public void Several_random_hosts_are_the_union_of_each()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var (rules, _, window, now) = RandomWorld.From(seed);
            var hosts = Enumerable.Range(0, 5).Select(number => RandomWorld.From(seed + number * 1000).Host).ToList();

            var expected = hosts
                .SelectMany(host => OpenSlots.Find(Of(rules, [host]), window, now).Select(slot => (slot.Start, slot.End, host.HostId)))
                .GroupBy(slot => (slot.Start, slot.End))
                .OrderBy(slot => slot.Key.Start)
                .Select(slot => new OpenSlot(slot.Key.Start, slot.Key.End, [.. slot.Select(host => host.HostId)]));

            Assert.Equal(expected, OpenSlots.Find(Of(rules, hosts), window, now));
        }
    }

    [Fact]
    public void A_busy_time_more_never_opens_a_slot_and_takes_exactly_those_it_overlaps()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var (rules, host, window, now) = RandomWorld.From(seed);
            var busy = Taken(window.Start + Duration.FromHours(seed % 24), window.Start + Duration.FromHours(seed % 24 + 2));

            var before = OpenSlots.Find(Of(rules, [host]), window, now).Select(slot => slot.Start);
            var after = OpenSlots.Find(Of(rules, host with { Busy = [.. host.Busy, busy] }), window, now).Select(slot => slot.Start);

            Assert.Equal(before.Where(start => start + rules.Length + rules.BufferAfter <= busy.Start || start - rules.BufferBefore >= busy.End), after);
        }
    }

    private static void AssertSame(List<OpenSlot> expected, IReadOnlyList<OpenSlot> found, string world) =>
        Assert.True(expected.SequenceEqual(found),
            $"{world}\nmissing: {string.Join('\n', expected.Except(found))}\nwrong: {string.Join('\n', found.Except(expected))}");
}
