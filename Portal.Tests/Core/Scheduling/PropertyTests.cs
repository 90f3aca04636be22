using NodaTime;
using Portal.Core.Scheduling;

namespace Portal.Tests.Core.Scheduling;

/// <summary>What holds for every schedule, whatever its rules.</summary>
[Trait("Req", "C1"), Trait("Req", "N3"), Trait("Promise", "R6")]
public class PropertyTests
{
    [Fact]
    public void Slots_come_in_order_and_never_two_at_one_start() => AnySchedule.Holds(world =>
    {
        var starts = Slots(world).Select(slot => slot.Start).ToList();
        Assert.Equal(starts.Distinct().Order(), starts);
        Assert.All(starts, start => Assert.True(world.Window.Contains(start)));
    });

    [Fact]
    public void No_host_is_named_for_a_time_that_overlaps_a_busy_time_with_its_buffers() => AnySchedule.Holds(world =>
    {
        foreach (var slot in Slots(world))
        {
            Assert.NotEmpty(slot.Hosts);
            foreach (var host in NamedIn(slot, world.Schedule))
            {
                var claim = new Interval(slot.Start - world.Schedule.Rules.BufferBefore, slot.End + world.Schedule.Rules.BufferAfter);
                var overlaps = host.Busy.Count(busy => busy.Start < busy.End && busy.Start < claim.End && busy.End > claim.Start);
                // a running group meeting is in the way of everything but itself
                Assert.True(overlaps <= (IsRunning(slot, host) ? 1 : 0), $"{slot} overlaps {overlaps} busy times");
            }
        }
    });

    [Fact]
    public void Every_minute_of_a_slot_is_within_the_hours_of_its_hosts_or_a_session() => AnySchedule.Holds(world =>
    {
        foreach (var host in world.Schedule.Hosts)
        {
            var minutes = new HostMinutes(host, world.Window, world.Schedule.Rules.Length);
            var slots = Slots(world).Where(slot => slot.SessionId is null && slot.Hosts.Contains(host.HostId));
            foreach (var slot in slots.ExceptBy(host.Sessions.Select(session => session.Start), slot => slot.Start))
                Assert.True(minutes.HasHours(slot.Start, slot.End - slot.Start), $"{slot}");
        }
    });

    [Fact]
    public void A_busy_time_more_never_opens_a_slot_and_never_frees_a_host() => AnySchedule.Holds(world =>
    {
        // joining a running meeting names fewer hosts than opening one: with its seats gone, others may be named
        if (world.Schedule.Rules.Capacity > 1)
            return;
        var before = Slots(world).ToDictionary(slot => slot.Start);
        var start = world.Window.Start + Duration.FromMinutes(world.Schedule.Hosts[0].Busy.Count * 131);
        var busy = new BusyTime(start, start + Duration.FromHours(3), BusyKind.Calendar);
        foreach (var busier in world.Schedule.Hosts)
        {
            var hosts = world.Schedule.Hosts.Select(host => host == busier ? host with { Busy = [.. host.Busy, busy] } : host).ToList();
            foreach (var slot in Slots(world with { Schedule = world.Schedule with { Hosts = hosts } }))
            {
                var was = Assert.Contains(slot.Start, before);
                if (was.SessionId == slot.SessionId)
                    Assert.Subset(was.Hosts.ToHashSet(), slot.Hosts.ToHashSet());
            }
        }
    });

    [Fact]
    public void Exactly_the_offered_starts_can_be_booked_and_have_no_reason_against_them() => AnySchedule.Holds(world =>
    {
        var offered = Slots(world).ToDictionary(slot => slot.Start);
        var singles = world.Schedule.Hosts.SelectMany(host => host.Sessions.Select(session => session.Start).Concat(host.Groups.Select(group => group.Start)));
        var minutes = Enumerable.Range(0, (int)world.Window.Duration.TotalMinutes / 5).Select(five => world.Window.Start + Duration.FromMinutes(five * 5));
        foreach (var start in offered.Keys.Concat(singles).Concat(minutes).Where(world.Window.Contains).Distinct())
        {
            var slot = offered.TryGetValue(start, out var found) ? found : (OpenSlot?)null;
            Assert.Equal(slot, OpenSlots.At(world.Schedule, start, world.Now));
            var reasons = WhyNot.Explain(world.Schedule, start, world.Now);
            Assert.Equal(slot is not null, reasons.Count == 0);
            Assert.Equal(reasons.Select(reason => reason.Kind).Order(), reasons.Select(reason => reason.Kind));
        }
    });

    [Fact]
    public void A_collective_meeting_starts_only_where_each_of_its_hosts_is_free() => AnySchedule.Holds(world =>
    {
        var together = world.Schedule with { Combination = HostCombination.All };
        var slots = Slots(world with { Schedule = together });
        foreach (var host in world.Schedule.Hosts)
        {
            // any start within their hours: only the first host's grid counts
            var alone = new Schedule(together.Rules with { Increment = Duration.FromMinutes(1), Offset = Duration.Zero }, [host], together.Zone)
            {
                Meetings = together.Meetings,
            };
            foreach (var slot in slots.Where(slot => slot.SessionId is null))
            {
                Assert.Equal(world.Schedule.Hosts.Select(other => other.HostId), slot.Hosts);
                Assert.NotNull(OpenSlots.At(alone, slot.Start, world.Now));
            }
        }
    });

    [Fact]
    public void Any_host_means_the_starts_of_each_host_alone_together() => AnySchedule.Holds(world =>
    {
        var any = world.Schedule with { Combination = HostCombination.Any };
        var alone = any.Hosts.SelectMany(host => Slots(world with { Schedule = any with { Hosts = [host] } })).Select(slot => slot.Start);
        Assert.Equal(alone.Distinct().Order(), Slots(world with { Schedule = any }).Select(slot => slot.Start));
    });

    [Fact]
    public void A_part_of_a_window_offers_that_part_of_the_slots() => AnySchedule.Holds(world =>
    {
        var third = world.Window.Duration / 3;
        var part = new Interval(world.Window.Start + third, world.Window.End - third);
        Assert.Equal(Slots(world).Where(slot => part.Contains(slot.Start)), Slots(world with { Window = part }));
    });

    private static IReadOnlyList<OpenSlot> Slots(RandomSchedule world) => OpenSlots.Find(world.Schedule, world.Window, world.Now);

    private static IEnumerable<HostHours> NamedIn(OpenSlot slot, Schedule schedule) =>
        schedule.Hosts.Where(host => slot.Hosts.Contains(host.HostId));

    private static bool IsRunning(OpenSlot slot, HostHours host) =>
        host.Groups.Any(group => group.Start == slot.Start && group.End == slot.End);
}
