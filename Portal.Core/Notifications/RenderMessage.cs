using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Calendars;
using Portal.Core.Persistence;

namespace Portal.Core.Notifications;

/// <summary>
/// Turns an outbox row into a mail. A visitor's links and codes are issued here, new ones for every attempt: the caller saves
/// the context before the mail leaves.
/// </summary>
public sealed class RenderMessage(PortalDbContext db, MailOptions mail, IOptions<PortalOptions> portal, IClock clock)
{
    public async Task<OutgoingMail> RunAsync(OutboxMessage row, CancellationToken ct)
    {
        var reader = await db.Participants.AsNoTrackingWithIdentityResolution()
            .Include(participant => participant.Booking).ThenInclude(booking => booking!.Organization)
            .Include(participant => participant.Booking).ThenInclude(booking => booking!.MeetingType)
            .Include(participant => participant.Booking).ThenInclude(booking => booking!.Host)
            .Include(participant => participant.Booking).ThenInclude(booking => booking!.Answers.OrderBy(answer => answer.Position))
            .SingleAsync(participant => participant.Id == row.ParticipantId, ct);
        var booking = reader.Booking!;
        var message = MessageCatalogue.Read(row);
        var now = clock.GetCurrentInstant();

        var links = LinksFor(reader, booking, message, now);
        var words = new MeetingWords(booking, reader, message, links, now);
        if (message.NeedsCodeFor is { } browserId)
            words.Set("Code", await IssueCodeAsync(reader.Id, browserId, now, ct));
        var template = MessageCatalogue.TemplateOf(row.Kind, reader.IsStaff ? MailAudience.Staff : MailAudience.Visitor);
        var (subject, text, html) = template.Render(words.Values);
        var calendar = message.IsInCalendar ? CalendarFor(reader, booking, message, links, words, now) : null;
        return new OutgoingMail(row.Id, mail.FromAddress, reader.Name, reader.Email, subject, text, html, calendar);
    }

    private MeetingLinks LinksFor(Participant reader, Booking booking, IMeetingMessage message, Instant now)
    {
        var baseUrl = portal.Value.BaseUrl.TrimEnd('/');
        if (message.CallsOff || message.NeedsCodeFor is not null)
            return MeetingLinks.ForCalledOff(baseUrl, booking);
        if (reader.IsStaff)
            return MeetingLinks.ForStaff(baseUrl, booking);
        return reader.Role == ParticipantRole.Guest
            ? MeetingLinks.ForGuest(baseUrl, booking, Issue(reader, LinkPurpose.Join, now))
            : MeetingLinks.ForVisitor(baseUrl, booking, Issue(reader, LinkPurpose.Join, now), Issue(reader, LinkPurpose.Manage, now));
    }

    /// <summary>In two groups, as people read it out.</summary>
    private async Task<string> IssueCodeAsync(Guid participantId, Guid browserId, Instant now, CancellationToken ct)
    {
        var browser = await db.VisitorBrowsers.SingleAsync(row => row.ParticipantId == participantId && row.BrowserId == browserId, ct);
        return browser.IssueCode(now).Insert(3, " ");
    }

    private string Issue(Participant reader, LinkPurpose purpose, Instant now)
    {
        var (link, token) = AccessLink.Issue(reader.Id, purpose, now);
        db.AccessLinks.Add(link);
        return token;
    }

    private CalendarPart CalendarFor(
        Participant reader, Booking booking, IMeetingMessage message, MeetingLinks links, MeetingWords words, Instant now)
    {
        var meeting = new CalendarMeeting
        {
            BookingId = booking.Id,
            Title = words.Title,
            StartsAt = message.StartsAt,
            EndsAt = message.EndsAt,
            Sequence = message.Sequence,
            HostName = booking.Host!.DisplayName,
            OrganizerEmail = mail.FromAddress.Address,
            JoinLink = links.Join,
            Details = string.Join('\n', DetailsFor(reader, booking).Where(line => !string.IsNullOrWhiteSpace(line))),
        };
        var invitee = new CalendarReader(reader.Name, reader.Email, words.Zone);
        return message.CallsOff
            ? new CalendarPart(CalendarMethods.Cancel, MeetingCalendar.Cancellation(meeting, invitee, now))
            : new CalendarPart(CalendarMethods.Request, MeetingCalendar.Invitation(meeting, invitee, now));
    }

    private static IEnumerable<string?> DetailsFor(Participant reader, Booking booking) => reader.IsStaff
        ? [$"{booking.VisitorName} <{booking.VisitorEmail}>", booking.Article, booking.Notes, MeetingWords.AnswersOf(booking)]
        : [booking.Organization!.Name];
}
