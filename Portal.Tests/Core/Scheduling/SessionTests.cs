using NodaTime;
using Portal.Core.Scheduling;
using static Portal.Tests.Core.Scheduling.Sketch;

namespace Portal.Tests.Core.Scheduling;

/// <summary>Times a host offers once.</summary>
[Trait("Req", "D1")]
public class SessionTests
{
    private static readonly SessionOffer Evening = Session("2026-11-23T19:00", "2026-11-23T20:30");

    private readonly HostHours host = Host(Berlin, "1 09:00-10:00") with { Sessions = [Evening] };

    [Fact]
    public void A_session_is_offered_outside_the_hours_with_its_own_end()
    {
        var slot = Find(HalfHours, host)[^1];

        Assert.Equal(new OpenSlot(Evening.Start, Evening.End, [host.HostId], 1, Evening.Id), slot);
    }

    [Fact]
    public void A_type_for_sessions_only_is_not_offered_in_the_hours()
    {
        Assert.Equal(3, Find(HalfHours, host).Count);
        Assert.Equal(Evening.Id, Assert.Single(Find(HalfHours with { SessionsOnly = true }, host)).SessionId);
    }

    [Fact]
    public void A_session_in_the_hours_takes_the_place_of_the_slot_at_its_start()
    {
        var session = Session("2026-11-23T09:30", "2026-11-23T11:00");

        var slots = Find(HalfHours, host with { Sessions = [session] });

        Assert.Equal([null, session.Id], slots.Select(slot => slot.SessionId));
        Assert.Equal(session.End, slots[1].End);
    }

    [Fact]
    public void A_session_that_is_taken_gives_way_to_the_hours()
    {
        var session = Session("2026-11-23T09:30", "2026-11-23T11:00");
        var busy = host with { Sessions = [session], Busy = [Busy(Berlin, "2026-11-23T10:30", "2026-11-23T10:45")] };

        Assert.Equal([null, null], Find(HalfHours, busy).Select(slot => slot.SessionId));
    }

    [Fact]
    public void Buffers_notice_horizon_and_limits_hold_for_sessions_too()
    {
        Assert.True(IsOffered(HalfHours, host, Now));
        Assert.False(IsOffered(HalfHours with { BufferAfter = Duration.FromMinutes(20) },
            host with { Busy = [Busy(Berlin, "2026-11-23T20:45", "2026-11-23T21:00")] }, Now));
        Assert.False(IsOffered(HalfHours with { MinimumNotice = Duration.FromHours(1) }, host, At(Berlin, "2026-11-23T18:01")));
        Assert.False(IsOffered(HalfHours with { HorizonDays = 6 }, host, At(Berlin, "2026-11-16T12:00")));
        Assert.False(IsOffered(HalfHours with { LastDay = new LocalDate(2026, 11, 22) }, host, Now));
        Assert.False(IsOffered(HalfHours,
            host with { Limit = new MeetingLimit(1, null), Meetings = [At(Berlin, "2026-11-23T09:00")] }, Now));
    }

    [Fact]
    public void Of_two_sessions_at_one_start_the_first_hosts_comes_first_and_the_others_when_it_is_taken()
    {
        var other = Host(Berlin, "1 09:00-10:00") with { Sessions = [Evening with { Id = Guid.NewGuid() }] };

        Assert.Equal(Evening.Id, Find(HalfHours, host, other)[^1].SessionId);
        var taken = host with { Busy = [Busy(Berlin, "2026-11-23T19:00", "2026-11-23T20:30")] };
        Assert.Equal(other.Sessions[0].Id, Find(HalfHours, taken, other)[^1].SessionId);
    }

    [Fact]
    public void A_session_for_a_group_keeps_its_seats()
    {
        var running = host with
        {
            Groups = [new GroupMeeting(Evening.Start, Evening.End, 2)],
            Busy = [Busy(Berlin, "2026-11-23T19:00", "2026-11-23T20:30")],
        };

        var slot = Find(HalfHours with { Capacity = 3 }, running)[^1];

        Assert.Equal((Evening.Id, 1), (slot.SessionId, slot.SeatsLeft));
    }

    [Fact]
    public void A_session_must_end_after_it_starts() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SessionOffer(Guid.NewGuid(), Evening.Start, Evening.Start));

    private static bool IsOffered(SlotRules rules, HostHours host, Instant now) =>
        OpenSlots.At(Of(rules, host), Evening.Start, now) is not null;

    private static SessionOffer Session(string from, string until) => new(Guid.NewGuid(), At(Berlin, from), At(Berlin, until));

    private static IReadOnlyList<OpenSlot> Find(SlotRules rules, params IReadOnlyList<HostHours> hosts) =>
        OpenSlots.Find(Of(rules, hosts), Day(Berlin, "2026-11-23"), Now);
}
