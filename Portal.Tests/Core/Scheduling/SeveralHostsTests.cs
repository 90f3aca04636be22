using NodaTime;
using Portal.Core.Scheduling;
using static Portal.Tests.Core.Scheduling.Sketch;

namespace Portal.Tests.Core.Scheduling;

[Trait("Req", "C1")]
public class SeveralHostsTests
{
    private static readonly Interval Monday = Day(Berlin, "2026-11-23");

    [Fact]
    public void A_slot_is_open_when_one_host_is_free_and_names_all_who_are()
    {
        var anna = Host(Berlin, "1 09:00-10:00", Busy(Berlin, "2026-11-23T09:30", "2026-11-23T10:00"));
        var ben = Host(Berlin, "1 09:30-10:30");
        var cleo = Host(Berlin, "1 09:00-10:30");

        var slots = OpenSlots.Find(Of(HalfHours, [anna, ben, cleo]), Monday, Now);

        Assert.Equal(
            [
                new OpenSlot(At(Berlin, "2026-11-23T09:00"), At(Berlin, "2026-11-23T09:30"), [anna.HostId, cleo.HostId]),
                new OpenSlot(At(Berlin, "2026-11-23T09:30"), At(Berlin, "2026-11-23T10:00"), [ben.HostId, cleo.HostId]),
                new OpenSlot(At(Berlin, "2026-11-23T10:00"), At(Berlin, "2026-11-23T10:30"), [ben.HostId, cleo.HostId]),
            ],
            slots);
    }

    [Fact]
    public void Hosts_are_named_in_the_given_order()
    {
        var anna = Host(Berlin, "1 09:00-09:30");
        var ben = Host(Berlin, "1 09:00-09:30");

        Assert.Equal([ben.HostId, anna.HostId], Assert.Single(OpenSlots.Find(Of(HalfHours, [ben, anna]), Monday, Now)).Hosts);
    }

    [Fact]
    public void Grids_that_differ_are_merged_in_order_of_time()
    {
        var slots = OpenSlots.Find(Of(HalfHours, [Host(Berlin, "1 09:10-10:10"), Host(Berlin, "1 09:00-10:00")]), Monday, Now);

        Assert.Equal(["09:00", "09:10", "09:30", "09:40"], slots.Select(slot => $"{slot.Start.InZone(Berlin).TimeOfDay:HH:mm}"));
        Assert.All(slots, slot => Assert.Single(slot.Hosts));
    }

    [Fact]
    public void Each_host_keeps_the_hours_of_their_own_zone()
    {
        var berlin = Host(Berlin, "1 15:00-16:00");
        var newYork = Host(Zone("America/New_York"), "1 09:00-10:00");

        var slot = Assert.Single(OpenSlots.Find(Of(Rules(60), [berlin, newYork]), Monday, Now));

        Assert.Equal([berlin.HostId, newYork.HostId], slot.Hosts);
    }

    [Fact]
    public void A_host_who_is_never_free_changes_nothing()
    {
        var anna = Host(Berlin, "1 09:00-10:00");
        var away = Host(Berlin, "1 09:00-10:00", Taken(Instant.MinValue, Instant.MaxValue));

        Assert.Equal(OpenSlots.Find(Of(HalfHours, [anna]), Monday, Now), OpenSlots.Find(Of(HalfHours, [away, anna]), Monday, Now));
    }
}
