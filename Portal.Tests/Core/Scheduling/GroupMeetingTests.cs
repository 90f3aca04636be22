using NodaTime;
using Portal.Core.Scheduling;
using static Portal.Tests.Core.Scheduling.Sketch;

namespace Portal.Tests.Core.Scheduling;

[Trait("Req", "D1")]
public class GroupMeetingTests
{
    private static readonly SlotRules Class = Rules(60) with { Capacity = 5, BufferAfter = Duration.FromMinutes(10) };

    private static readonly Instant Nine = At(Berlin, "2026-11-23T09:00");
    private static readonly Instant Ten = At(Berlin, "2026-11-23T10:00");

    [Fact]
    public void A_running_meeting_is_offered_with_the_seats_it_has_left()
    {
        var slots = Find(Running(3));

        Assert.Equal([(Nine, 2), (At(Berlin, "2026-11-23T11:00"), 5)], slots.Select(slot => (slot.Start, slot.SeatsLeft)));
    }

    [Fact]
    public void A_full_meeting_is_not_offered() =>
        Assert.DoesNotContain(Find(Running(5)), slot => slot.Start == Nine);

    [Fact]
    public void Something_else_at_the_same_time_still_blocks_it()
    {
        var host = Running(3);

        Assert.DoesNotContain(
            Find(host with { Busy = [.. host.Busy, new BusyTime(Nine, Nine + Duration.FromMinutes(5), BusyKind.Calendar)] }), slot => slot.Start == Nine);
    }

    [Fact]
    public void A_running_meeting_is_filled_before_another_is_opened()
    {
        var running = Running(3);
        var free = Host(Berlin, "1 09:00-12:00");

        var slots = Find(free, running);

        Assert.Equal(running.HostId, Assert.Single(slots[0].Hosts));
        Assert.Equal([free.HostId], slots[1].Hosts);
        Assert.Equal([free.HostId, running.HostId], slots[2].Hosts);
        Assert.Equal([free.HostId], Find(free, Running(5))[0].Hosts);
    }

    [Fact]
    public void Joining_does_not_count_against_a_limit_again()
    {
        var host = Running(3) with { Limit = new MeetingLimit(1, null), Meetings = [Nine] };

        Assert.Equal([Nine], Find(host).Select(slot => slot.Start));
    }

    [Fact]
    public void A_meeting_of_another_length_is_not_joined() =>
        Assert.DoesNotContain(Find(Running(3) with { Groups = [new GroupMeeting(Nine, Ten - Duration.FromMinutes(1), 3)] }), slot => slot.Start == Nine);

    [Fact]
    public void A_meeting_inside_the_notice_is_not_joined() =>
        Assert.DoesNotContain(OpenSlots.Find(Of(Class with { MinimumNotice = Duration.FromHours(1) }, Running(3)), Day(Berlin, "2026-11-23"), Nine),
            slot => slot.Start == Nine);

    [Fact]
    public void A_meeting_without_a_claim_takes_its_time_all_the_same() =>
        Assert.Equal([Nine, At(Berlin, "2026-11-23T11:00")], Find(Running(3) with { Busy = [] }).Select(slot => slot.Start));

    /// <summary>From nine to ten, and the ten minutes after it.</summary>
    private static HostHours Running(int seatsTaken) =>
        Host(Berlin, "1 09:00-12:00", Busy(Berlin, "2026-11-23T09:00", "2026-11-23T10:10")) with { Groups = [new GroupMeeting(Nine, Ten, seatsTaken)] };

    private static IReadOnlyList<OpenSlot> Find(params IReadOnlyList<HostHours> hosts) =>
        OpenSlots.Find(Of(Class, hosts), Day(Berlin, "2026-11-23"), Now);
}
