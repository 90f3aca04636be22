using NodaTime;
using Portal.Core.Scheduling;
using static Portal.Tests.Core.Scheduling.Sketch;

namespace Portal.Tests.Core.Scheduling;

[Trait("Req", "C1")]
public class OpenSlotsTests
{
    [Fact]
    public void An_empty_day_offers_every_start_of_the_grid_that_leaves_room_for_the_meeting() =>
        Assert.Equal("09:00 09:30 10:00 10:30", Times(HalfHours, Host(Berlin, "1 09:00-11:00"), "2026-11-23"));

    [Fact]
    public void A_slot_carries_its_instants_and_its_host()
    {
        var host = Host(Berlin, "1 09:00-09:30");

        var slot = Assert.Single(OpenSlots.Find(Of(HalfHours, [host]), Day(Berlin, "2026-11-23"), Now));

        Assert.Equal(new OpenSlot(Utc("2026-11-23T08:00"), Utc("2026-11-23T08:30"), [host.HostId]), slot);
    }

    [Fact]
    public void A_day_without_hours_offers_nothing() =>
        Assert.Equal("", Times(HalfHours, Host(Berlin, "1 09:00-11:00"), "2026-11-24"));

    [Fact]
    public void No_hosts_offer_nothing() =>
        Assert.Empty(OpenSlots.Find(Of(HalfHours, []), Day(Berlin, "2026-11-23"), Now));

    [Theory]
    [InlineData(60, 15, "09:00 09:15 09:30 09:45 10:00")]
    [InlineData(15, 45, "09:00 09:45 10:30")]
    [InlineData(50, 50, "09:00 09:50")]
    [InlineData(120, 30, "09:00")]
    [InlineData(121, 30, "")]
    public void The_increment_is_independent_of_the_length(int length, int increment, string times) =>
        Assert.Equal(times, Times(Rules(length, increment), Host(Berlin, "1 09:00-11:00"), "2026-11-23"));

    [Fact]
    public void Each_range_starts_its_own_grid() =>
        Assert.Equal("09:10 09:40 13:05 13:35", Times(HalfHours, Host(Berlin, "1 09:10-10:20;1 13:05-14:05"), "2026-11-23"));

    [Fact]
    public void A_break_is_not_bridged() =>
        Assert.Equal("09:00 13:00", Times(Rules(60, 30), Host(Berlin, "1 09:00-10:00;1 13:00-14:00"), "2026-11-23"));

    [Fact]
    public void Ranges_that_touch_are_one_stretch() =>
        Assert.Equal("10:00 11:00 12:00", Times(Rules(120, 60), Host(Berlin, "1 10:00-12:00;1 12:00-14:00"), "2026-11-23"));

    [Fact]
    public void A_meeting_may_reach_across_several_touching_ranges() =>
        Assert.Equal("10:00", Times(Rules(180, 60), Host(Berlin, "1 10:00-11:00;1 11:00-12:00;1 12:00-13:00"), "2026-11-23"));

    [Fact]
    public void Hours_may_cross_midnight()
    {
        var host = Host(Berlin, "1 22:00-01:30");

        Assert.Equal("22:00 22:45 23:30", Times(Rules(45), host, "2026-11-23"));
        Assert.Equal("00:15", Times(Rules(45), host, "2026-11-24"));
    }

    [Fact]
    public void Hours_until_midnight_join_the_next_day_also_from_Sunday_to_Monday()
    {
        var host = Host(Berlin, "7 22:00-00:00;1 00:00-02:00");

        Assert.Equal("22:00 23:00", Times(Rules(120, 60), host, "2026-11-22"));
        Assert.Equal("00:00", Times(Rules(120, 60), host, "2026-11-23"));
    }

    [Fact]
    public void A_host_who_never_closes_can_be_booked_for_longer_than_a_day()
    {
        var always = Host(Berlin, string.Join(';', Enumerable.Range(1, 7).Select(day => $"{day} 00:00-00:00")));

        Assert.Equal("00:00 12:00", Times(Rules(60 * 60, 12 * 60), always, "2026-11-25"));
    }

    [Fact]
    public void A_busy_time_takes_every_slot_it_overlaps_and_none_it_touches() =>
        Assert.Equal("09:00 10:30", Times(HalfHours,
            Host(Berlin, "1 09:00-11:00", Busy(Berlin, "2026-11-23T09:30", "2026-11-23T10:30")), "2026-11-23"));

    [Fact]
    public void After_a_busy_time_the_grid_goes_on_where_it_would_have_been() =>
        Assert.Equal("10:30", Times(HalfHours,
            Host(Berlin, "1 09:00-11:00", Busy(Berlin, "2026-11-23T08:00", "2026-11-23T10:01")), "2026-11-23"));

    [Fact]
    public void Busy_times_may_be_unsorted_overlapping_nested_and_empty() =>
        Assert.Equal("09:00 11:30", Times(HalfHours,
            Host(Berlin, "1 09:00-12:00",
                Busy(Berlin, "2026-11-23T11:00", "2026-11-23T11:30"),
                Busy(Berlin, "2026-11-23T09:30", "2026-11-23T11:00"),
                Busy(Berlin, "2026-11-23T10:00", "2026-11-23T10:15"),
                Busy(Berlin, "2026-11-23T09:10", "2026-11-23T09:10")), "2026-11-23"));

    [Fact]
    public void A_busy_time_without_end_takes_everything_after_it() =>
        Assert.Equal("09:00", Times(HalfHours,
            Host(Berlin, "1 09:00-11:00", Taken(At(Berlin, "2026-11-23T09:30"), Instant.MaxValue)), "2026-11-23"));

    [Fact]
    public void A_busy_time_finer_than_a_tick_still_takes_its_slot() =>
        Assert.Equal("09:30", Times(HalfHours,
            Host(Berlin, "1 09:00-10:00", Taken(
                At(Berlin, "2026-11-23T09:30").Minus(Duration.FromNanoseconds(2)),
                At(Berlin, "2026-11-23T09:30").Minus(Duration.FromNanoseconds(1)))), "2026-11-23"));

    [Fact]
    public void Buffers_may_touch_busy_times_but_not_overlap_them()
    {
        var rules = Rules(30, 15) with { BufferBefore = Duration.FromMinutes(10), BufferAfter = Duration.FromMinutes(20) };
        var host = Host(Berlin, "1 09:00-12:00",
            Busy(Berlin, "2026-11-23T08:00", "2026-11-23T08:50"), Busy(Berlin, "2026-11-23T10:35", "2026-11-23T11:05"));

        // 09:45 would keep the host until 10:35; 11:15 needs the host from 11:05
        Assert.Equal("09:00 09:15 09:30 09:45 11:15 11:30", Times(rules, host, "2026-11-23"));
        Assert.Equal("09:00 09:15 09:30 11:30",
            Times(rules with { BufferBefore = Duration.FromMinutes(11), BufferAfter = Duration.FromMinutes(21) },
                host with { Busy = [host.Busy[1]] }, "2026-11-23"));
    }

    [Fact]
    public void Buffers_may_lie_outside_the_hours() =>
        Assert.Equal("09:00", Times(Rules(30) with { BufferBefore = Duration.FromHours(1), BufferAfter = Duration.FromHours(1) },
            Host(Berlin, "1 09:00-09:30"), "2026-11-23"));
}
