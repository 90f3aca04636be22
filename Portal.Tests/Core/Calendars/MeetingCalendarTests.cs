using NodaTime;
using NodaTime.Text;
using Portal.Core.Calendars;

namespace Portal.Tests.Core.Calendars;

[Trait("Req", "F2")]
[Trait("Promise", "R7")]
public class MeetingCalendarTests
{
    /// <summary>Morocco stays on UTC from September 2026: a reader with older rules of its own is right only by ours.</summary>
    private const string ChangedLately = "Africa/Casablanca";

    private static readonly string[] Zones =
    [
        "Europe/Berlin", "America/New_York", "Asia/Kathmandu", ChangedLately, "Europe/Dublin", "Australia/Lord_Howe", "UTC",
    ];

    [Fact]
    public async Task An_invitation_is_read_as_it_was_meant()
    {
        var read = await ReadCalendar.OneAsync(MeetingCalendar.Invitation(Meetings.IntroCall, Meetings.Reader(), Meetings.Now));

        Assert.Equal("REQUEST", read.Method);
        Assert.Equal("0195c1d0000070008000000000000001@portal", read.Uid);
        Assert.Equal(0, read.Sequence);
        Assert.Equal("CONFIRMED", read.Status);
        Assert.Equal("2026-11-20T09:00:00Z", read.Stamp);
        Assert.Equal("2026-11-24T13:00:00Z", read.Start);
        Assert.Equal("2026-11-24T13:30:00Z", read.End);
        Assert.Equal("Intro call with Hanna Weiss", read.Summary);
        Assert.Equal("https://portal.test/meetings/aToken/waiting\nReset password", read.Description);
        Assert.Equal("https://portal.test/meetings/aToken/waiting", read.Location);
        Assert.Equal("https://portal.test/meetings/aToken/waiting", read.Url);
        Assert.Equal("mailto:meetings@portal.test", read.Organizer);
        Assert.Equal("Hanna Weiss", read.OrganizerName);
        Assert.Equal("mailto:vera@example.test", read.Attendee);
        Assert.Equal("TRUE", read.AttendeeParameters["RSVP"]);
        Assert.Equal("NEEDS-ACTION", read.AttendeeParameters["PARTSTAT"]);
        Assert.Equal("REQ-PARTICIPANT", read.AttendeeParameters["ROLE"]);
        Assert.Equal("https://portal.test/meetings/aToken/waiting", read.Conference);
        Assert.Equal("URI", read.ConferenceParameters["VALUE"]);
        Assert.Equal("VIDEO,AUDIO", read.ConferenceParameters["FEATURE"]);
        Assert.Contains("VTIMEZONE", read.Components);
    }

    [Fact]
    public async Task Every_reader_sees_the_same_moment_in_every_zone_all_year_and_around_every_change_of_clocks()
    {
        var meetings = Zones.SelectMany(zone => Moments(zone), (zone, start) => (Zone: zone, Start: start)).ToList();
        var texts = meetings.Select(meeting => MeetingCalendar.Invitation(
            Meetings.IntroCall with { StartsAt = meeting.Start, EndsAt = meeting.Start + Duration.FromMinutes(45) },
            Meetings.Reader(meeting.Zone), Meetings.Now));

        var readings = await ReadCalendar.AllAsync(texts);

        Assert.True(meetings.Count > 300);
        Assert.Equal(meetings.Count, readings.Count);
        foreach (var (meeting, read) in meetings.Zip(readings))
        {
            var start = InstantPattern.General.Format(meeting.Start);
            var end = InstantPattern.General.Format(meeting.Start + Duration.FromMinutes(45));
            Assert.Equal((meeting.Zone, start, end), (meeting.Zone, read.StartByOurRules, read.EndByOurRules));
            if (meeting.Zone != ChangedLately)
                Assert.Equal((meeting.Zone, start, end), (meeting.Zone, read.Start, read.End));
        }
    }

    [Fact]
    public async Task A_moved_and_then_cancelled_meeting_keeps_its_uid_and_raises_its_sequence()
    {
        var meeting = Meetings.IntroCall;
        var moved = meeting with { Sequence = 1, StartsAt = meeting.StartsAt.Plus(Duration.FromDays(1)), EndsAt = meeting.EndsAt.Plus(Duration.FromDays(1)) };
        var cancelled = moved with { Sequence = 2, JoinLink = null };

        var read = await ReadCalendar.AllAsync(
        [
            MeetingCalendar.Invitation(meeting, Meetings.Reader(), Meetings.Now),
            MeetingCalendar.Invitation(moved, Meetings.Reader(), Meetings.Now),
            MeetingCalendar.Cancellation(cancelled, Meetings.Reader(), Meetings.Now),
        ]);

        Assert.Single(read.Select(calendar => calendar.Uid).Distinct());
        Assert.Equal([0, 1, 2], read.Select(calendar => calendar.Sequence));
        Assert.Equal(["REQUEST", "REQUEST", "CANCEL"], read.Select(calendar => calendar.Method));
        Assert.Equal(["CONFIRMED", "CONFIRMED", "CANCELLED"], read.Select(calendar => calendar.Status));
        Assert.Equal("2026-11-25T13:00:00Z", read[2].Start);
        Assert.Equal("mailto:vera@example.test", read[2].Attendee);
        Assert.Null(read[2].Conference);
    }

    [Fact]
    public async Task A_download_asks_nobody_for_an_answer()
    {
        var read = await ReadCalendar.OneAsync(MeetingCalendar.Download(Meetings.IntroCall, DateTimeZone.Utc, Meetings.Now));

        Assert.Equal("PUBLISH", read.Method);
        Assert.Null(read.Attendee);
        Assert.Equal(MeetingCalendar.UidOf(Meetings.IntroCall.BookingId), read.Uid);
        Assert.Equal("2026-11-24T13:00:00Z", read.Start);
        Assert.DoesNotContain("VTIMEZONE", read.Components);
    }

    [Theory]
    [InlineData("Evil\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Mine")]
    [InlineData("Evil\nATTENDEE:mailto:mallory@example.test")]
    [InlineData("Evil\rBEGIN:VALARM")]
    [InlineData("Evil\u2028BEGIN:VEVENT\u0085UID:x\u000bBEGIN:VALARM\u001cX:y\u2029Z:1\fQ:2")]
    [InlineData("a;b,c:d\\x\"quoted\"^^n\\")]
    [InlineData("\ud800 alone, \0 and \u0007")]
    public async Task What_people_typed_never_becomes_a_line_of_its_own(string typed)
    {
        var meeting = Meetings.IntroCall with { Title = typed, HostName = typed, Details = typed };
        var text = MeetingCalendar.Invitation(meeting, Meetings.Reader() with { Name = typed }, Meetings.Now);

        var read = await ReadCalendar.OneAsync(text);

        Assert.Equal(1, read.Components.Count(component => component == "VEVENT"));
        Assert.DoesNotContain("VALARM", read.Components);
        Assert.Equal("mailto:vera@example.test", read.Attendee);
        Assert.Equal(MeetingCalendar.UidOf(meeting.BookingId), read.Uid);
        Assert.Equal("2026-11-24T13:00:00Z", read.Start);
        if (typed.StartsWith('a'))
            Assert.Equal(typed, read.Summary);
    }

    private static IEnumerable<Instant> Moments(string zone)
    {
        var from = Instant.FromUtc(2026, 1, 1, 9, 0);
        var weekly = Enumerable.Range(0, 40).Select(week => from + Duration.FromDays(17 * week));
        var changes = DateTimeZoneProviders.Tzdb[zone].GetZoneIntervals(from, Instant.FromUtc(2028, 1, 1, 0, 0))
            .Where(stretch => stretch.HasStart && stretch.Start > from)
            .SelectMany(stretch => new[] { -120, -60, -45, -30, -15, 0, 15, 30, 60 }, (stretch, minutes) => stretch.Start + Duration.FromMinutes(minutes));
        return weekly.Concat(changes);
    }
}
