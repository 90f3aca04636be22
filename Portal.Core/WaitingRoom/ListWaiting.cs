using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>Everybody at the door of one organisation (B5).</summary>
public sealed class ListWaiting(PortalDbContext db, IClock clock)
{
    private static readonly Duration LongestMeeting = Duration.FromDays(1);

    private static readonly BookingStatus[] Open = [BookingStatus.Confirmed, BookingStatus.Waiting, BookingStatus.InProgress];

    // who opened the link so long ago, and has not typed the code since, has given up; by then it has run out too
    private static readonly Duration GivesUpAfter = VisitorBrowser.CodeLifetime;

    public async Task<PeopleAtTheDoor> RunAsync(Guid organizationId, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var (recently, began, opens) = (now - GivesUpAfter, now - LongestMeeting, now + JoinWindow.OpensBefore);
        var unverified = db.VisitorBrowsers.Where(browser => browser.VerifiedAt == null);
        var waiting = db.Participants.Where(participant => participant.OrganizationId == organizationId && participant.Admission == Admission.Waiting);
        var strangers = db.Bookings
            .Where(booking => booking.OrganizationId == organizationId && Open.Contains(booking.Status) && booking.StartsAt > began && booking.StartsAt <= opens)
            .SelectMany(booking => booking.Participants)
            .Where(participant => participant.Admission == Admission.Outside
                && unverified.Any(browser => browser.ParticipantId == participant.Id && (browser.BoundAt > recently || browser.CodeAskedAt > recently)));
        var rows = await waiting.Concat(strangers).AsNoTracking()
            .Select(participant => new
            {
                Participant = participant,
                Booking = participant.Booking!,
                MeetingName = participant.Booking!.MeetingType!.Name,
                HostName = participant.Booking.Host!.DisplayName,
                participant.Booking.Organization!.LateHostAfter,
                UnverifiedSince = unverified.Where(browser => browser.ParticipantId == participant.Id).Min(browser => (Instant?)browser.BoundAt),
                LastSaid = db.ChatMessages.Where(message => message.BookingId == participant.BookingId && message.AtDoorOf == participant.Id && !message.ByStaff)
                    .OrderByDescending(message => message.Id).Select(message => message.Text).FirstOrDefault(),
            })
            .ToListAsync(ct);
        // most of the time nobody waits, and every open panel asks every few seconds
        if (rows.Count == 0)
            return PeopleAtTheDoor.Nobody;

        var bookings = rows.ConvertAll(row => row.Booking.Id);
        var types = rows.ConvertAll(row => row.Booking.MeetingTypeId);
        var staff = (await db.Participants.AsNoTracking().Where(person => bookings.Contains(person.BookingId) && person.UserId != null).ToListAsync(ct))
            .ToLookup(person => person.BookingId);
        var candidates = (await db.Set<MeetingTypeHost>().AsNoTracking().Where(host => types.Contains(host.MeetingTypeId)).ToListAsync(ct))
            .ToLookup(host => host.MeetingTypeId, host => host.HostId);
        var answers = (await db.Set<BookingAnswer>().AsNoTracking().Where(answer => bookings.Contains(answer.BookingId)).OrderBy(answer => answer.Position).ToListAsync(ct))
            .ToLookup(answer => answer.BookingId);
        var hosts = bookings.Distinct().ToDictionary(
            id => id, id => staff[id].Where(person => person.Role == ParticipantRole.Host).Select(person => person.UserId!.Value).ToList());
        var visitors = rows.Where(row => row.Participant.Admission == Admission.Waiting).Select(row =>
        {
            var (visitor, booking) = (row.Participant, row.Booking);
            var isLate = !staff[booking.Id].Any(person => person.IsInCall)
                && now >= LateHost.LateFrom(booking.StartsAt, booking.HandedOverAt, visitor.HostMessageAt, row.LateHostAfter);
            return new WaitingVisitor(
                visitor.Id, booking.Id, visitor.Name, visitor.WaitingSince!.Value, row.MeetingName, booking.HostId, row.HostName, hosts[booking.Id],
                booking.StartsAt, booking.Article, booking.Notes, [.. answers[booking.Id]],
                visitor.HostMessage, visitor.Camera, visitor.Microphone, visitor.Network, row.UnverifiedSince is not null, isLate, [.. candidates[booking.MeetingTypeId].Except(hosts[booking.Id])])
            {
                LastSaid = row.LastSaid,
            };
        });
        var others = rows.Where(row => row.Participant.Admission != Admission.Waiting).Select(row => new StrangerAtTheDoor(
            row.Participant.Id, row.Participant.Name, row.UnverifiedSince!.Value, row.MeetingName, row.HostName, hosts[row.Booking.Id], row.Booking.StartsAt));
        return new PeopleAtTheDoor(
            [.. visitors.OrderBy(visitor => visitor.WaitingSince).ThenBy(visitor => visitor.ParticipantId)],
            [.. others.OrderBy(stranger => stranger.Since).ThenBy(stranger => stranger.ParticipantId)]);
    }
}
