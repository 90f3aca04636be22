using NodaTime;
using NodaTime.Text;
using Portal.Core.Bookings;
using Portal.Core.Calendars;
using Portal.Tests.Core.Calendars;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Notifications;

[Trait("Req", "B16")]
public sealed class MeetingMailTests(SqliteDatabase database) : OutboxTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task The_visitors_invitation_says_what_with_whom_and_when_in_their_zone()
    {
        await World.TryBookAsync(IntroCall, "2026-01-06T15:00", draft => draft.Zone = DateTimeZoneProviders.Tzdb["America/New_York"]);
        await DeliverAsync();

        var mail = Transport.SentTo(VisitorEmail).Single();
        Assert.Equal("Booked: Intro call with Hanna, Tue 6 January, 09:00", mail.Subject);
        foreach (var body in new[] { mail.Text, mail.Html.Replace("&#8211;", "–", StringComparison.Ordinal) })
        {
            Assert.Contains("Tue 6 January, 09:00–09:30", body, StringComparison.Ordinal);
            Assert.Contains("New York time (UTC−5)", body, StringComparison.Ordinal);
            Assert.Contains("30 min", body, StringComparison.Ordinal);
            Assert.Contains("Intro call", body, StringComparison.Ordinal);
            Assert.Contains("Hanna", body, StringComparison.Ordinal);
            Assert.Contains("Acme Support", body, StringComparison.Ordinal);
            Assert.DoesNotContain("/dashboard", body, StringComparison.Ordinal);
            Assert.DoesNotContain("{{", body, StringComparison.Ordinal);
        }

        var page = await Support.Http.Documents.ParseAsync(mail.Html);
        var join = page.QuerySelectorAll("a").Single(link => link.TextContent == "Join the meeting").GetAttribute("href")!;
        Assert.Contains(page.QuerySelectorAll("a"), link => link.TextContent == join);
        Assert.Contains(join, mail.Text, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("a"), link => link.TextContent == "Move or cancel the meeting");
    }

    [Fact]
    [Trait("Req", "F2")]
    public async Task The_visitors_calendar_entry_joins_with_a_link_that_cannot_cancel()
    {
        var meeting = await World.BookAsync(IntroCall, "2026-01-06T10:00");
        await DeliverAsync();

        var read = await ReadCalendar.OneAsync(Transport.SentTo(VisitorEmail).Single().Calendar!.Content);
        Assert.Equal("REQUEST", read.Method);
        Assert.Equal(MeetingCalendar.UidOf(meeting.Id), read.Uid);
        Assert.Equal("2026-01-06T09:00:00Z", read.Start);
        Assert.Equal($"mailto:{VisitorEmail}", read.Attendee);
        Assert.Equal("mailto:meetings@portal.test", read.Organizer);
        Assert.Equal("Hanna", read.OrganizerName);
        Assert.Equal("Intro call with Hanna", read.Summary);
        var token = new Uri(read.Url!).Segments[2].TrimEnd('/');
        var holder = await World.RunAsync((FindAccessLink find) => find.RunAsync(token, default));
        Assert.Equal(LinkPurpose.Join, holder!.Purpose);
    }

    [Fact]
    public async Task The_host_reads_who_comes_from_which_article_with_which_notes_and_gets_no_token()
    {
        await World.TryBookAsync(IntroCall, "2026-01-06T15:00", draft =>
        {
            draft.Zone = DateTimeZoneProviders.Tzdb["America/New_York"];
            draft.Notes = "First line\nsecond line";
            draft.Article = "reset-password";
        });
        await DeliverAsync();

        var mail = Transport.SentTo(Host.Email!).Single();
        Assert.Equal("New meeting: Intro call with Vera Visitor, Tue 6 January, 15:00", mail.Subject);
        foreach (var body in new[] { mail.Text, mail.Html })
        {
            Assert.Contains("Berlin time (UTC+1)", body, StringComparison.Ordinal);
            Assert.Contains(VisitorEmail, body, StringComparison.Ordinal);
            Assert.Contains("reset-password", body, StringComparison.Ordinal);
            Assert.Contains("First line\nsecond line", body, StringComparison.Ordinal);
            Assert.Contains($"{BaseUrl}/dashboard", body, StringComparison.Ordinal);
            Assert.Matches($"{BaseUrl}/meetings/[0-9a-f-]{{36}}/call", body);
            Assert.DoesNotMatch("/meetings/[A-Za-z0-9_-]{43}", body);
        }

        var read = await ReadCalendar.OneAsync(mail.Calendar!.Content);
        Assert.Equal("Intro call with Vera Visitor", read.Summary);
        Assert.Contains("reset-password", read.Description, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "B15")]
    [Trait("Promise", "R7")]
    public async Task A_moved_and_then_cancelled_meeting_updates_the_same_calendar_entry()
    {
        var meeting = await World.BookAsync(IntroCall, "2026-01-06T10:00");
        World.Clock.Advance(Duration.FromMinutes(1));
        await World.RunAsync((RescheduleBooking move) => move.RunAsync(
            new RescheduleBookingRequest(Acme.Id, meeting.Id, World.At("2026-01-07T11:00"), null, Host.AsActor()), default));
        World.Clock.Advance(Duration.FromMinutes(1));
        await World.RunAsync((CancelBooking cancel) => cancel.RunAsync(new CancelBookingRequest(Acme.Id, meeting.Id, "I am ill.", Host.AsActor()), default));
        await DeliverAsync();

        var mails = Transport.SentTo(VisitorEmail);
        var read = await ReadCalendar.AllAsync(mails.Select(mail => mail.Calendar!.Content));
        Assert.Equal(["REQUEST", "REQUEST", "CANCEL"], mails.Select(mail => mail.Calendar!.Method));
        Assert.Equal(["REQUEST", "REQUEST", "CANCEL"], read.Select(calendar => calendar.Method));
        Assert.Equal([0, 1, 2], read.Select(calendar => calendar.Sequence));
        Assert.Single(read.Select(calendar => calendar.Uid).Distinct());
        Assert.Equal(["2026-01-06T09:00:00Z", "2026-01-07T10:00:00Z", "2026-01-07T10:00:00Z"], read.Select(calendar => calendar.Start));

        Assert.Equal("Moved: Intro call with Hanna, now Wed 7 January, 11:00", mails[1].Subject);
        Assert.Contains("Before: Tue 6 January, 10:00\nMoved by: Hanna\n", mails[1].Text, StringComparison.Ordinal);
        Assert.Equal("Cancelled: Intro call with Hanna, Wed 7 January, 11:00", mails[2].Subject);
        Assert.Contains("Cancelled by: Hanna\nReason: I am ill.\n", mails[2].Text, StringComparison.Ordinal);
        Assert.Contains($"{BaseUrl}/book/{Acme.Slug}/{IntroCall.Slug}", mails[2].Html, StringComparison.Ordinal);
        Assert.DoesNotMatch("/meetings/", mails[2].Html);
    }

    [Fact]
    [Trait("Promise", "R16")]
    public async Task What_people_typed_stays_text()
    {
        const string Typed = "<img src=x onerror=alert(1)>{{JoinLink}}\r\nBcc: x";
        await World.TryBookAsync(IntroCall, "2026-01-06T10:00", draft => (draft.Name, draft.Notes, draft.Article) = (Typed, Typed, Typed));
        await DeliverAsync();

        foreach (var mail in Transport.Sent)
        {
            Assert.DoesNotContain("<img", mail.Html, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', mail.Subject);
            Assert.Empty((await Support.Http.Documents.ParseAsync(mail.Html)).QuerySelectorAll("img"));
            var read = await ReadCalendar.OneAsync(mail.Calendar!.Content);
            Assert.Equal(InstantPattern.General.Format(World.At("2026-01-06T10:00")), read.Start);
        }

        Assert.Contains("&lt;img src=x", Transport.SentTo(Host.Email!).Single().Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_year_is_said_when_it_is_another()
    {
        World.Clock.Set(World.At("2026-12-23T08:00"));
        await World.BookAsync(IntroCall, "2027-01-04T10:00");
        await DeliverAsync();

        Assert.Equal("Booked: Intro call with Hanna, Mon 4 January 2027, 10:00", Transport.SentTo(VisitorEmail).Single().Subject);
    }
}
