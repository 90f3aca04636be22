using NodaTime;
using Portal.Tests.Support;
using Portal.Web.Pages.Dashboard.Calendar;

namespace Portal.Tests.Web.Dashboard.Calendar;

[Trait("Req", "C1")]
public sealed class TimeAxisTests
{
    private static readonly LocalDate Spring = new(2026, 3, 29);
    private static readonly LocalDate Autumn = new(2026, 10, 25);

    [Fact]
    public void An_ordinary_day_has_its_24_hours_in_their_places()
    {
        var day = new LocalDate(2026, 1, 5);
        var axis = Week(day);

        Assert.Equal(24, axis.Hours().Count());
        Assert.Empty(axis.GapsOf(day));
        Assert.Equal((600, 645), axis.On(day, new Interval(World.At("2026-01-05T10:00"), World.At("2026-01-05T10:45"))));
        // as far as it lies on the day
        Assert.Equal((1410, 1440), axis.On(day, new Interval(World.At("2026-01-05T23:30"), World.At("2026-01-06T00:30"))));
        Assert.Equal((0, 30), axis.On(day.PlusDays(1), new Interval(World.At("2026-01-05T23:30"), World.At("2026-01-06T00:30"))));
    }

    [Fact]
    public void An_hour_that_comes_twice_stands_there_twice_and_other_days_have_a_gap()
    {
        var axis = Week(Autumn);

        var hours = axis.Hours().ToList();
        Assert.Equal(25, hours.Count);
        Assert.Equal(
            [(120, "+02"), (180, "+01")],
            hours.Where(hour => hour.Time == new LocalTime(2, 0)).Select(hour => (hour.At, hour.Offset!.Value.ToString())));
        Assert.Empty(axis.GapsOf(Autumn));
        Assert.Equal((180, 240), Assert.Single(axis.GapsOf(Autumn.PlusDays(-1))));
        // half past two of summer and of winter time, and half past three
        var summer = Instant.FromUtc(2026, 10, 25, 0, 30);
        Assert.Equal((150, 210), axis.On(Autumn, new Interval(summer, summer + Duration.FromHours(1))));
        Assert.Equal((210, 270), axis.On(Autumn, new Interval(summer + Duration.FromHours(1), summer + Duration.FromHours(2))));
        Assert.Equal((600 + 60, 630 + 60), axis.On(Autumn.PlusDays(-1), new Interval(World.At("2026-10-24T10:00"), World.At("2026-10-24T10:30"))));
    }

    [Fact]
    public void An_hour_that_is_skipped_is_a_gap_on_its_day_alone()
    {
        var axis = Week(Spring);

        Assert.Equal(24, axis.Hours().Count());
        Assert.Equal((120, 180), Assert.Single(axis.GapsOf(Spring)));
        Assert.Empty(axis.GapsOf(Spring.PlusDays(-1)));
        var before = Instant.FromUtc(2026, 3, 29, 0, 30);
        Assert.Equal((90, 210), axis.On(Spring, new Interval(before, before + Duration.FromHours(1))));
    }

    [Theory]
    [InlineData("Australia/Lord_Howe", "2026-04-05", 90, 120)]
    [InlineData("Asia/Beirut", "2026-10-24", 1380, 1440)]
    public void Half_hours_and_midnights_that_come_twice_are_right_too(string zone, string day, int from, int until)
    {
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        var axis = new TimeAxis([date.PlusDays(-1), date], DateTimeZoneProviders.Tzdb[zone]);

        Assert.Equal((until, until + until - from), Assert.Single(axis.GapsOf(date.PlusDays(-1))));
        var tz = DateTimeZoneProviders.Tzdb[zone];
        var whole = new Interval(tz.AtStartOfDay(date).ToInstant(), tz.AtStartOfDay(date.PlusDays(1)).ToInstant());
        Assert.Equal((0, (int)whole.Duration.TotalMinutes), axis.On(date, whole));
    }

    [Fact]
    public void Only_full_hours_around_what_happens_are_shown()
    {
        var axis = Week(new LocalDate(2026, 1, 5));
        axis.Show([(9 * 60 + 15, 10 * 60), (15 * 60, 16 * 60 + 5)]);

        Assert.Equal((9 * 60, 17 * 60), (axis.Top, axis.Bottom));
        Assert.Equal(new AxisPlace(15, 45), axis.Place((9 * 60 + 15, 10 * 60)));
        Assert.Equal(new AxisPlace(0, 30), axis.Place((8 * 60, 9 * 60 + 30)));
        Assert.Null(axis.Place((7 * 60, 8 * 60)));
    }

    [Fact]
    public void What_overlaps_stands_side_by_side_and_nothing_else_does()
    {
        var places = CalendarPlace.SideBySide([new(0, 60), new(30, 60), new(60, 30), new(120, 30)]);

        Assert.Equal([(0, 2), (1, 2), (0, 2), (0, 1)], places.Select(place => (place.Lane, place.Lanes)));
        Assert.Equal("[--at:6] [--for:12] [--lane:1] [--lanes:2]", places[1].Classes);
        Assert.Equal("[--at:24] [--for:6]", places[3].Classes);
    }

    private static TimeAxis Week(LocalDate day)
    {
        var monday = day.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        return new TimeAxis([.. Enumerable.Range(0, 7).Select(monday.PlusDays)], World.Berlin);
    }
}
