using NodaTime;
using Portal.Core.Scheduling;
using static Portal.Tests.Core.Scheduling.Sketch;

namespace Portal.Tests.Core.Scheduling;

/// <summary>Notice, horizon and the window asked for.</summary>
[Trait("Req", "C1")]
public class OfferLimitsTests
{
    private static readonly HostHours Morning = Host(Berlin, "1 09:00-11:00");

    [Fact]
    public void A_start_exactly_at_the_end_of_the_notice_is_offered()
    {
        var rules = HalfHours with { MinimumNotice = Duration.FromHours(4) };
        var fourHoursBefore = At(Berlin, "2026-11-23T05:30");

        Assert.Equal("09:30 10:00 10:30", Times(rules, Morning, "2026-11-23", fourHoursBefore));
        Assert.Equal("10:00 10:30", Times(rules, Morning, "2026-11-23", fourHoursBefore.Plus(Duration.FromNanoseconds(1))));
    }

    [Fact]
    public void Without_notice_a_slot_is_offered_until_it_starts() =>
        Assert.Equal("10:30", Times(HalfHours, Morning, "2026-11-23", At(Berlin, "2026-11-23T10:01")));

    [Fact]
    public void The_past_is_never_offered() =>
        Assert.Equal("", Times(HalfHours, Morning, "2026-11-23", At(Berlin, "2026-11-23T11:00")));

    [Theory]
    [InlineData(6, "")]
    [InlineData(7, "09:00 09:30 10:00 10:30")]
    public void The_horizon_counts_days_from_today_and_includes_the_last(int days, string times) =>
        Assert.Equal(times, Times(HalfHours with { HorizonDays = days }, Morning, "2026-11-23", At(Berlin, "2026-11-16T12:00")));

    [Fact]
    public void A_horizon_of_no_days_is_today() =>
        Assert.Equal("09:00 09:30 10:00 10:30",
            Times(HalfHours with { HorizonDays = 0 }, Morning, "2026-11-23", At(Berlin, "2026-11-23T00:00")));

    [Fact]
    public void The_horizon_ends_at_midnight_of_the_host_also_within_hours_that_cross_it()
    {
        var night = Host(Berlin, "1 23:00-01:00");
        var rules = HalfHours with { HorizonDays = 7 };
        var sevenDaysBefore = At(Berlin, "2026-11-16T23:59");

        Assert.Equal("23:00 23:30", Times(rules, night, "2026-11-23", sevenDaysBefore));
        Assert.Equal("", Times(rules, night, "2026-11-24", sevenDaysBefore));
        Assert.Equal("00:00 00:30", Times(rules, night, "2026-11-24", sevenDaysBefore.Plus(Duration.FromMinutes(1))));
    }

    [Fact]
    public void The_same_now_is_another_today_for_another_host()
    {
        var rules = HalfHours with { HorizonDays = 0 };
        // Tuesday 23:30 in New York, Wednesday 13:30 in Tokyo
        var now = Utc("2026-11-25T04:30");

        Assert.Equal("23:30", Times(rules, Host(Zone("America/New_York"), "2 23:00-00:00"), "2026-11-24", now));
        Assert.Equal("", Times(rules, Host(Zone("America/New_York"), "3 00:00-01:00"), "2026-11-25", now));
        Assert.Equal("13:30 14:00 14:30", Times(rules, Host(Zone("Asia/Tokyo"), "3 13:00-15:00"), "2026-11-25", now));
    }

    [Fact]
    public void A_window_includes_its_start_and_excludes_its_end()
    {
        Interval Window(string from, string until) => new(At(Berlin, $"2026-11-23T{from}"), At(Berlin, $"2026-11-23T{until}"));
        int Count(Interval window) => OpenSlots.Find(Of(HalfHours, [Morning]), window, Now).Count;

        Assert.Equal(3, Count(Window("09:00", "10:30")));
        Assert.Equal(4, Count(Window("09:00", "10:31")));
        Assert.Equal(3, Count(Window("09:01", "10:31")));
        Assert.Equal(0, Count(Window("09:01", "09:30")));
        Assert.Equal(0, Count(Window("09:00", "09:00")));
    }

    [Fact]
    public void A_slot_may_end_after_the_window()
    {
        var slot = Assert.Single(OpenSlots.Find(Of(
            Rules(120), [Morning]), new Interval(At(Berlin, "2026-11-23T09:00"), At(Berlin, "2026-11-23T09:01")), Now));

        Assert.Equal(At(Berlin, "2026-11-23T11:00"), slot.End);
    }

    [Fact]
    public void A_window_without_bounds_is_bounded_by_notice_and_horizon()
    {
        var rules = Rules(60) with { HorizonDays = 14, MinimumNotice = Duration.FromDays(1) };

        var slots = OpenSlots.Find(Of(rules, [Morning]), new Interval(null, null), At(Berlin, "2026-11-16T08:00"));

        Assert.Equal([At(Berlin, "2026-11-23T09:00"), At(Berlin, "2026-11-23T10:00"),
            At(Berlin, "2026-11-30T09:00"), At(Berlin, "2026-11-30T10:00")], slots.Select(slot => slot.Start));
    }

    [Fact]
    public void A_window_beyond_the_horizon_is_empty_even_at_the_end_of_time() =>
        Assert.Empty(OpenSlots.Find(Of(HalfHours, [Morning]), new Interval(Utc("9999-12-01T00:00"), null), Now));
}
