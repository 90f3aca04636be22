using System.Globalization;
using NodaTime;
using Portal.Core.Time;

namespace Portal.Tests.Core.Time;

[Trait("Req", "C1")]
public class ClockStylesTests
{
    [Theory]
    [InlineData(ClockStyle.TwelveHours, "en-US")]
    [InlineData(ClockStyle.TwelveHours, "EN-us", "de")]
    [InlineData(ClockStyle.TwelveHours, "en-AU")]
    [InlineData(ClockStyle.TwentyFourHours, "en-GB", "en-US")]
    [InlineData(ClockStyle.TwentyFourHours, "de", "en-US")]
    [InlineData(ClockStyle.TwentyFourHours, "fr-CA")]
    [InlineData(ClockStyle.TwentyFourHours, "de-XX-unheard-of", "en-US")]
    [InlineData(ClockStyle.TwelveHours, "*", "xx-yy", "en-US")]
    [InlineData(ClockStyle.TwentyFourHours, "*")]
    [InlineData(ClockStyle.TwentyFourHours)]
    public void The_first_language_that_is_known_decides(ClockStyle style, params string[] languages) =>
        Assert.Equal(style, ClockStyles.Of(languages));

    [Fact]
    public void Every_text_of_a_time_can_be_written_in_either_style()
    {
        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var start = Instant.FromUtc(2026, 11, 24, 13, 0);

        Assert.Equal("12:05 AM", MeetingTime.Clock(new LocalTime(0, 5), clock: ClockStyle.TwelveHours));
        Assert.Equal("12:00 PM", MeetingTime.Clock(LocalTime.Noon, clock: ClockStyle.TwelveHours));
        Assert.Equal("Tue 24 Nov, 2:00 PM", MeetingTime.Moment(start, berlin, clock: ClockStyle.TwelveHours));
        Assert.Equal("Tue 24 November, 2:00 PM–2:30 PM", MeetingTime.Range(start, start + Duration.FromMinutes(30), berlin, clock: ClockStyle.TwelveHours));
        Assert.Equal("Tue 24 Nov, 14:00", MeetingTime.Moment(start, berlin, clock: ClockStyle.TwentyFourHours));
    }

    [Fact]
    public void A_style_asked_for_goes_before_that_of_the_culture()
    {
        var american = CultureInfo.GetCultureInfo("en-US");

        Assert.Equal("14:00", MeetingTime.Clock(new LocalTime(14, 0), american, ClockStyle.TwentyFourHours));
        Assert.Matches("^2:00\\sPM$", MeetingTime.Clock(new LocalTime(14, 0), american));
    }
}
