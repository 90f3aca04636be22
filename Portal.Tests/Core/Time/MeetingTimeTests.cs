using System.Globalization;
using NodaTime;
using Portal.Core.Time;

namespace Portal.Tests.Core.Time;

[Trait("Req", "A9")]
public class MeetingTimeTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly Instant Afternoon = Instant.FromUtc(2026, 11, 24, 13, 0);
    private static readonly Duration HalfHour = Duration.FromMinutes(30);

    [Fact]
    public void A_day_is_written_short_and_without_its_year() =>
        Assert.Equal("Tue 24 November", MeetingTime.Day(new LocalDate(2026, 11, 24)));

    [Fact]
    public void A_moment_is_written_shorter_and_a_month_with_its_year()
    {
        Assert.Equal("Tue 24 Nov, 14:00", MeetingTime.Moment(Afternoon, Berlin));
        Assert.Equal("November 2026", MeetingTime.Month(new YearMonth(2026, 11)));
    }

    [Theory]
    [InlineData("5–11 Jan 2026", 2026, 1, 5)]
    [InlineData("29 Jun – 5 Jul 2026", 2026, 6, 29)]
    [InlineData("28 Dec 2026 – 3 Jan 2027", 2026, 12, 28)]
    public void Days_that_follow_each_other_say_nothing_twice(string text, int year, int month, int day) =>
        Assert.Equal(text, MeetingTime.Days(new LocalDate(year, month, day), new LocalDate(year, month, day).PlusDays(6)));

    [Fact]
    public void Moments_and_months_follow_the_culture()
    {
        var german = CultureInfo.GetCultureInfo("de-DE");

        Assert.Matches("^Di, 24\\. Nov\\.?, 14:00$", MeetingTime.Moment(Afternoon, Berlin, german));
        Assert.Equal("November 2026", MeetingTime.Month(new YearMonth(2026, 11), german));
    }

    [Fact]
    public void A_day_of_another_year_than_the_reference_has_its_year()
    {
        var today = new LocalDate(2026, 12, 31);

        Assert.Equal("Thu 31 December", MeetingTime.Day(today, today));
        Assert.Equal("Fri 1 January 2027", MeetingTime.Day(today.PlusDays(1), today));
    }

    [Fact]
    public void A_range_is_written_in_the_zone_asked_for()
    {
        Assert.Equal("Tue 24 November, 14:00–14:30", MeetingTime.Range(Afternoon, Afternoon + HalfHour, Berlin));
        Assert.Equal("Tue 24 November, 14:00–14:30 · Berlin time", MeetingTime.RangeWithZone(Afternoon, Afternoon + HalfHour, Berlin));
        Assert.Equal("Tue 24 November, 18:45–19:15 · Kathmandu time",
            MeetingTime.RangeWithZone(Afternoon, Afternoon + HalfHour, DateTimeZoneProviders.Tzdb["Asia/Kathmandu"]));
        Assert.Equal("Tue 24 November, 13:00–13:30 · UTC", MeetingTime.RangeWithZone(Afternoon, Afternoon + HalfHour, DateTimeZone.Utc));
    }

    [Fact]
    public void A_range_that_ends_on_another_day_names_it()
    {
        var start = Instant.FromUtc(2026, 12, 31, 22, 30);

        Assert.Equal("Thu 31 December, 23:30 – Fri 1 January, 00:30", MeetingTime.Range(start, start + HalfHour * 2, Berlin));
        Assert.Equal("Thu 31 December, 23:30 – Fri 1 January 2027, 00:30",
            MeetingTime.Range(start, start + HalfHour * 2, Berlin, new LocalDate(2026, 11, 24)));
    }

    [Theory]
    [Trait("Promise", "R6")]
    // the clock goes back from 03:00 to 02:00 at 01:00 UTC
    [InlineData("00:00", 30, "Sun 25 October, 02:00–02:30 (UTC+2)")]
    [InlineData("01:00", 30, "Sun 25 October, 02:00–02:30 (UTC+1)")]
    [InlineData("00:30", 30, "Sun 25 October, 02:30 (UTC+2)–02:00 (UTC+1)")]
    [InlineData("00:30", 90, "Sun 25 October, 02:30 (UTC+2)–03:00 (UTC+1)")]
    [InlineData("01:30", 30, "Sun 25 October, 02:30–03:00 (UTC+1)")]
    [InlineData("02:00", 30, "Sun 25 October, 03:00–03:30")]
    public void A_wall_time_that_comes_twice_is_told_apart_by_its_offset(string utc, int minutes, string text)
    {
        var start = Instant.FromUtc(2026, 10, 25, int.Parse(utc[..2], CultureInfo.InvariantCulture), int.Parse(utc[3..], CultureInfo.InvariantCulture));

        Assert.Equal(text, MeetingTime.Range(start, start + Duration.FromMinutes(minutes), Berlin));
    }

    [Theory]
    [InlineData("Europe/Berlin", "Berlin time")]
    [InlineData("America/Argentina/Buenos_Aires", "Buenos Aires time")]
    [InlineData("Asia/Kathmandu", "Kathmandu time")]
    [InlineData("Japan", "Japan time")]
    [InlineData("EST", "EST time")]
    [InlineData("GB", "GB time")]
    [InlineData("UTC", "UTC")]
    [InlineData("Etc/UTC", "UTC")]
    [InlineData("Etc/GMT+3", "UTC−3")]
    public void A_zone_is_called_after_its_city(string id, string name) =>
        Assert.Equal(name, MeetingTime.ZoneName(DateTimeZoneProviders.Tzdb[id]));

    [Theory]
    [InlineData(0, 0, "UTC+0")]
    [InlineData(1, 0, "UTC+1")]
    [InlineData(5, 45, "UTC+5:45")]
    [InlineData(-3, -30, "UTC−3:30")]
    [InlineData(0, -5, "UTC−0:05")]
    public void An_offset_is_written_in_hours(int hours, int minutes, string text) =>
        Assert.Equal(text, MeetingTime.OffsetName(Offset.FromHoursAndMinutes(hours, minutes)));

    [Fact]
    public void The_culture_of_the_machine_never_shows()
    {
        var machine = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "de-DE", "ar-SA", "th-TH", "fa-IR" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal("Tue 24 November, 14:00–14:30 · Berlin time", MeetingTime.RangeWithZone(Afternoon, Afternoon + HalfHour, Berlin));
                Assert.Equal("Starts in 5 minutes", MeetingTime.Until(Duration.FromMinutes(5)));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = machine;
        }
    }

    [Fact]
    [Trait("Req", "F8")]
    public void A_culture_asked_for_writes_its_own_days_and_times()
    {
        string Range(string culture) =>
            MeetingTime.Range(Afternoon, Afternoon + HalfHour, Berlin, culture: CultureInfo.GetCultureInfo(culture));

        Assert.Equal("Di, 24. November, 14:00–14:30", Range("de-DE"));
        Assert.Contains("24 novembre", Range("fr-FR"), StringComparison.Ordinal);
        Assert.Contains("November 24, 2:00", Range("en-US"), StringComparison.Ordinal);
        Assert.Contains("2027", MeetingTime.Day(new LocalDate(2027, 1, 1), new LocalDate(2026, 1, 1), CultureInfo.GetCultureInfo("es-ES")), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "F8")]
    public void Every_culture_can_be_written() =>
        Assert.All(CultureInfo.GetCultures(CultureTypes.AllCultures), culture =>
        {
            var text = MeetingTime.Range(Afternoon, Afternoon + HalfHour, Berlin, new LocalDate(2025, 1, 1), culture);
            Assert.Contains("24", text, StringComparison.Ordinal);
            Assert.Contains("2026", text, StringComparison.Ordinal);
        });
}
