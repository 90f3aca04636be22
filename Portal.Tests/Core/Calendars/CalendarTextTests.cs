using System.Text;
using NodaTime;
using Portal.Core.Calendars;

namespace Portal.Tests.Core.Calendars;

[Trait("Req", "F2")]
public class CalendarTextTests
{
    [Fact]
    public void A_long_line_is_folded_at_75_octets_and_never_inside_a_character()
    {
        var text = new ContentLines()
            .AddText("SUMMARY", "Reunión de planificación – señal “año” 😀 con el equipo de diseño y más texto")
            .ToString();

        Assert.Equal(
            "SUMMARY:Reunión de planificación – señal “año” 😀 con el equipo\r\n  de diseño y más texto\r\n", text);
        Assert.Equal(75, Encoding.UTF8.GetByteCount(text.Split("\r\n")[0]));
    }

    [Fact]
    public void No_line_is_longer_than_75_octets_and_all_end_with_CRLF()
    {
        var meeting = Meetings.IntroCall with { Title = string.Concat(Enumerable.Repeat("日本語😀", 60)), Details = new string('x', 400) };

        var text = MeetingCalendar.Invitation(meeting, Meetings.Reader("America/Argentina/Buenos_Aires"), Meetings.Now);

        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains(meeting.Title, text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a, b; c\\d\nline2: e", @"T:a\, b\; c\\d\nline2: e")]
    [InlineData("one\r\ntwo\rthree\u2028four", @"T:one\ntwo\nthree\nfour")]
    public void Texts_are_escaped(string value, string line) =>
        Assert.Equal(line + "\r\n", new ContentLines().AddText("T", value).ToString());

    [Theory]
    [InlineData("Hanna Weiss", "P;CN=Hanna Weiss:v")]
    [InlineData("Weiss, Hanna", "P;CN=\"Weiss, Hanna\":v")]
    [InlineData("Hanna \"H\" ^Weiss\nx", "P;CN=Hanna ^'H^' ^^Weiss^nx:v")]
    public void Parameters_are_quoted(string value, string line) =>
        Assert.Equal(line + "\r\n", new ContentLines().Add("P", "v", ("CN", value)).ToString());

    [Fact]
    public void An_address_cannot_leave_its_property()
    {
        var reader = Meetings.Reader() with { Email = "o'brien+x@example.test\r\nBEGIN:VALARM" };

        var text = MeetingCalendar.Invitation(Meetings.IntroCall, reader, Meetings.Now).Replace("\r\n ", "", StringComparison.Ordinal);

        Assert.Contains("mailto:o'brien+x@example.test%0D%0ABEGIN%3AVALARM\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_hour_that_comes_twice_is_told_in_UTC()
    {
        var secondHalfPastTwo = Instant.FromUtc(2026, 10, 25, 1, 30);
        var meeting = Meetings.IntroCall with { StartsAt = secondHalfPastTwo, EndsAt = secondHalfPastTwo + Duration.FromHours(1) };

        var text = MeetingCalendar.Invitation(meeting, Meetings.Reader(), Meetings.Now);

        Assert.Contains("DTSTART:20261025T013000Z\r\nDTEND:20261025T023000Z\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_to_calendar_links_carry_time_title_and_the_way_in()
    {
        var links = AddToCalendarLinks.For(Meetings.IntroCall with { Title = "Q&A #1" }, Meetings.Reader().Zone);

        Assert.StartsWith("https://calendar.google.com/calendar/render?action=TEMPLATE&text=Q%26A%20%231&dates=20261124T130000Z%2F20261124T133000Z&ctz=Europe%2FBerlin&", links.Google, StringComparison.Ordinal);
        Assert.StartsWith("https://outlook.live.com/calendar/deeplink/compose?", links.Outlook, StringComparison.Ordinal);
        Assert.StartsWith("https://outlook.office.com/calendar/deeplink/compose?", links.Microsoft365, StringComparison.Ordinal);
        Assert.Contains("startdt=2026-11-24T13%3A00%3A00Z&enddt=2026-11-24T13%3A30%3A00Z&subject=Q%26A%20%231&", links.Outlook, StringComparison.Ordinal);
        Assert.Contains("ST=20261124T130000Z&ET=20261124T133000Z", links.Yahoo, StringComparison.Ordinal);
        Assert.All([links.Google, links.Outlook, links.Microsoft365, links.Yahoo],
            link => Assert.Contains("https%3A%2F%2Fportal.test%2Fmeetings%2FaToken%2Fwaiting", link, StringComparison.Ordinal));
    }

    [Fact]
    public void Add_to_calendar_links_stay_short_whatever_was_typed()
    {
        var links = AddToCalendarLinks.For(Meetings.IntroCall with { Details = new string('ß', 5000) }, Meetings.Reader().Zone);

        Assert.InRange(links.Google.Length, 1, 2000);
    }
}
