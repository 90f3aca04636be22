using Portal.Core.Scheduling;
using static Portal.Tests.Core.Scheduling.Sketch;

namespace Portal.Tests.Core.Scheduling;

/// <summary>Meetings that need all of their hosts.</summary>
[Trait("Req", "C1")]
public class CollectiveTests
{
    [Fact]
    public void The_first_host_decides_the_starts_and_the_others_must_be_within_their_hours() =>
        // Ben's own meetings would start at ten past
        Assert.Equal("09:30 10:00", Find(Host(Berlin, "1 09:00-11:00"), Host(Berlin, "1 09:10-10:40")));

    [Fact]
    public void All_must_be_free() =>
        Assert.Equal("09:00 10:30", Find(
            Host(Berlin, "1 09:00-11:00", Busy(Berlin, "2026-11-23T09:30", "2026-11-23T10:00")),
            Host(Berlin, "1 09:00-11:00", Busy(Berlin, "2026-11-23T10:00", "2026-11-23T10:30"))));

    [Fact]
    public void Every_slot_names_all_of_them_in_their_order()
    {
        HostHours[] hosts = [Host(Berlin, "1 09:00-10:00"), Host(Berlin, "1 08:00-12:00"), Host(Berlin, "1 09:00-10:00")];

        var slots = OpenSlots.Find(Together(hosts), Day(Berlin, "2026-11-23"), Now);

        Assert.Equal(2, slots.Count);
        Assert.All(slots, slot => Assert.Equal(hosts.Select(host => host.HostId), slot.Hosts));
    }

    [Fact]
    public void Hosts_in_two_zones_meet_where_their_hours_do() =>
        Assert.Equal("15:00 15:30 16:00 16:30", Find(Host(Berlin, "1 09:00-17:00"), Host(Zone("America/New_York"), "1 09:00-17:00")));

    [Fact]
    public void The_limit_of_any_host_is_a_limit_of_the_meeting() =>
        Assert.Equal("", Find(Host(Berlin, "1 09:00-11:00"),
            Host(Berlin, "1 09:00-11:00") with { Limit = new MeetingLimit(1, null), Meetings = [At(Berlin, "2026-11-23T18:00")] }));

    [Fact]
    public void The_horizon_is_that_of_the_first_host_to_reach_it()
    {
        // Tuesday 00:30 in Berlin is still Monday in New York
        var berlin = Host(Berlin, "2 12:00-13:00");
        var newYork = Host(Zone("America/New_York"), "2 06:00-07:00");
        var now = At(Berlin, "2026-11-24T00:30");
        bool IsOffered(params HostHours[] hosts) =>
            OpenSlots.At(Together(hosts) with { Rules = HalfHours with { HorizonDays = 0 } }, At(Berlin, "2026-11-24T12:00"), now) is not null;

        Assert.True(IsOffered(berlin));
        Assert.False(IsOffered(berlin, newYork));
        Assert.False(IsOffered(newYork, berlin));
    }

    [Fact]
    public void A_session_needs_the_others_to_be_there()
    {
        var session = new SessionOffer(Guid.NewGuid(), At(Berlin, "2026-11-23T19:00"), At(Berlin, "2026-11-23T20:00"));
        var anna = Host(Berlin, "1 09:00-10:00") with { Sessions = [session] };

        Assert.DoesNotContain("19:00", Find(anna, Host(Berlin, "1 09:00-10:00")), StringComparison.Ordinal);
        Assert.Contains("19:00", Find(anna, Host(Berlin, "1 18:50-20:10")), StringComparison.Ordinal);
        Assert.Contains("19:00", Find(anna, Host(Berlin, "1 09:00-10:00") with { Sessions = [session with { Id = Guid.NewGuid() }] }), StringComparison.Ordinal);
    }

    private static Schedule Together(params HostHours[] hosts) => Of(HalfHours, hosts) with { Combination = HostCombination.All };

    private static string Find(params HostHours[] hosts) => string.Join(' ',
        OpenSlots.Find(Together(hosts), Day(Berlin, "2026-11-23"), Now).Select(slot => $"{slot.Start.InZone(Berlin):HH:mm}"));
}
