using NodaTime;
using Portal.Core.Scheduling;
using static Portal.Tests.Core.Scheduling.Sketch;

namespace Portal.Tests.Core.Scheduling;

[Trait("Req", "C1"), Trait("Promise", "R6")]
public class DaylightSavingTests
{
    private const string Sunday = "7 01:00-04:00";

    [Fact]
    public void In_spring_the_wall_times_that_do_not_exist_are_not_offered() =>
        Assert.Equal("01:00+01 01:30+01 03:00+02 03:30+02",
            TimesWithOffset(HalfHours, Host(Berlin, Sunday), "2026-03-29"));

    [Fact]
    public void In_autumn_the_wall_times_that_come_twice_are_offered_twice() =>
        Assert.Equal("01:00+02 01:30+02 02:00+02 02:30+02 02:00+01 02:30+01 03:00+01 03:30+01",
            TimesWithOffset(HalfHours, Host(Berlin, Sunday), "2026-10-25"));

    [Fact]
    public void Both_halves_of_a_repeated_hour_are_an_hour_apart()
    {
        var slots = OpenSlots.Find(Of(Rules(60), [Host(Berlin, Sunday)]), Day(Berlin, "2026-10-25"), Now);

        Assert.Equal([Utc("2026-10-24T23:00"), Utc("2026-10-25T00:00"), Utc("2026-10-25T01:00"), Utc("2026-10-25T02:00")],
            slots.Select(slot => slot.Start));
        Assert.All(slots, slot => Assert.Equal(Duration.FromHours(1), slot.End - slot.Start));
    }

    [Fact]
    public void In_New_York_too_in_spring() =>
        Assert.Equal("01:00-05 01:30-05 03:00-04 03:30-04",
            TimesWithOffset(HalfHours, Host(Zone("America/New_York"), Sunday), "2026-03-08"));

    [Fact]
    public void In_New_York_too_in_autumn() =>
        Assert.Equal("00:30-04 01:00-04 01:30-04 01:00-05 01:30-05 02:00-05",
            TimesWithOffset(HalfHours, Host(Zone("America/New_York"), "7 00:30-02:30"), "2026-11-01"));

    [Fact]
    public void A_change_of_half_an_hour_is_half_an_hour()
    {
        var lordHowe = Host(Zone("Australia/Lord_Howe"), Sunday);

        Assert.Equal("01:00+10:30 01:30+10:30 02:30+11 03:00+11 03:30+11", TimesWithOffset(HalfHours, lordHowe, "2026-10-04"));
        Assert.Equal("01:00+11 01:30+11 01:30+10:30 02:00+10:30 02:30+10:30 03:00+10:30 03:30+10:30",
            TimesWithOffset(HalfHours, lordHowe, "2026-04-05"));
    }

    [Fact]
    public void A_change_of_two_hours_is_two_hours() =>
        Assert.Equal("00:00+00 03:00+02", TimesWithOffset(Rules(60), Host(Zone("Antarctica/Troll"), "7 00:00-04:00"), "2026-03-29"));

    [Fact]
    public void A_zone_with_45_minutes_keeps_its_wall_times()
    {
        var kathmandu = Host(Zone("Asia/Kathmandu"), "1 09:00-10:00");

        Assert.Equal("09:00+05:45 09:30+05:45", TimesWithOffset(HalfHours, kathmandu, "2026-11-23"));
        Assert.True(IsOpen(HalfHours, kathmandu, Utc("2026-11-23T03:15"), Now));
    }

    [Fact]
    public void The_grid_keeps_to_wall_time_after_the_change()
    {
        Assert.Equal("01:00+01 03:00+02 04:30+02", TimesWithOffset(Rules(30, 30), Host(Berlin, "7 01:00-01:30;7 03:00-03:30;7 04:30-05:00"), "2026-03-29"));
        Assert.Equal("00:00+01 01:30+01 03:00+02 04:30+02", TimesWithOffset(Rules(30, 90), Host(Berlin, "7 00:00-06:00"), "2026-03-29"));
        Assert.Equal("00:00+02 01:30+02 03:00+01 04:30+01", TimesWithOffset(Rules(30, 90), Host(Berlin, "7 00:00-06:00"), "2026-10-25"));
    }

    [Fact]
    public void Hours_that_begin_inside_the_skipped_hour_begin_after_it() =>
        Assert.Equal("03:00+02 03:30+02", TimesWithOffset(HalfHours, Host(Berlin, "7 02:30-04:00"), "2026-03-29"));

    [Fact]
    public void Hours_that_end_inside_the_skipped_hour_end_before_it() =>
        Assert.Equal("01:00+01 01:30+01", TimesWithOffset(HalfHours, Host(Berlin, "7 01:00-02:30"), "2026-03-29"));

    [Fact]
    public void Hours_wholly_inside_the_skipped_hour_are_empty() =>
        Assert.Equal("", TimesWithOffset(HalfHours, Host(Berlin, "7 02:00-03:00"), "2026-03-29"));

    [Fact]
    public void Hours_that_end_inside_the_repeated_hour_end_in_both_of_its_turns()
    {
        Assert.Equal("01:30+02 02:00+02 02:00+01", TimesWithOffset(HalfHours, Host(Berlin, "7 01:30-02:30"), "2026-10-25"));
        // an hour from the first 02:00 would pass 02:30 and be outside until the clock goes back
        Assert.Equal("01:30+02", TimesWithOffset(Rules(60, 30), Host(Berlin, "7 01:30-02:30"), "2026-10-25"));
    }

    [Fact]
    public void A_meeting_over_the_change_lasts_its_elapsed_time()
    {
        Assert.Equal("00:30+01 01:00+01 01:30+01 03:00+02",
            TimesWithOffset(Rules(60, 30), Host(Berlin, "7 00:30-04:00"), "2026-03-29"));
        var slots = OpenSlots.Find(Of(Rules(60, 30), [Host(Berlin, "7 01:30-04:00")]), Day(Berlin, "2026-03-29"), Now);
        Assert.Equal(At(Berlin, "2026-03-29T03:30"), slots[0].End);
    }

    [Fact]
    public void Hours_across_midnight_reach_over_a_change_at_night() =>
        Assert.Equal("00:00+01 01:00+01 03:00+02 04:00+02",
            TimesWithOffset(Rules(60), Host(Berlin, "6 22:00-05:00"), "2026-03-29"));

    [Fact]
    public void A_day_that_begins_at_one_has_no_midnight_slot() =>
        // in Beirut summer time begins at midnight
        Assert.Equal("01:00+03 01:30+03", TimesWithOffset(HalfHours, Host(Zone("Asia/Beirut"), "7 00:00-02:00"), "2026-03-29"));

    [Fact]
    public void Afternoon_hours_on_the_day_of_the_change_are_where_they_always_are() =>
        Assert.Equal("13:00+02 14:00+02", TimesWithOffset(Rules(60), Host(Berlin, "7 13:00-15:00"), "2026-03-29"));

    [Fact]
    public void A_busy_time_in_one_turn_of_the_repeated_hour_leaves_the_other_free()
    {
        var firstTurn = Taken(Utc("2026-10-25T00:00"), Utc("2026-10-25T01:00"));

        Assert.Equal("02:00+01 02:30+01", TimesWithOffset(HalfHours, Host(Berlin, "7 02:00-03:00", firstTurn), "2026-10-25"));
    }
}
