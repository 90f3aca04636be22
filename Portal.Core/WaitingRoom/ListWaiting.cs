using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>Everybody at the door of one organisation, longest waiting first (B5).</summary>
public sealed class ListWaiting(PortalDbContext db, IClock clock)
{
    public async Task<IReadOnlyList<WaitingVisitor>> RunAsync(Guid organizationId, CancellationToken ct)
    {
        var rows = await db.Participants.AsNoTracking()
            .Where(participant => participant.OrganizationId == organizationId && participant.Admission == Admission.Waiting)
            .OrderBy(participant => participant.WaitingSince).ThenBy(participant => participant.Id)
            .Select(participant => new
            {
                Participant = participant,
                Booking = participant.Booking!,
                MeetingName = participant.Booking!.MeetingType!.Name,
                HostName = participant.Booking.Host!.DisplayName,
                participant.Booking.Organization!.LateHostAfter,
                IsUnverified = db.VisitorBrowsers.Any(browser => browser.ParticipantId == participant.Id && browser.VerifiedAt == null),
                LastSaid = db.ChatMessages.Where(message => message.BookingId == participant.BookingId && message.AtDoorOf == participant.Id && !message.ByStaff)
                    .OrderByDescending(message => message.Id).Select(message => message.Text).FirstOrDefault(),
            })
            .ToListAsync(ct);
        // most of the time nobody waits, and every open panel asks every few seconds
        if (rows.Count == 0)
            return [];

        var now = clock.GetCurrentInstant();
        var bookings = rows.ConvertAll(row => row.Booking.Id);
        var types = rows.ConvertAll(row => row.Booking.MeetingTypeId);
        var staff = (await db.Participants.AsNoTracking().Where(person => bookings.Contains(person.BookingId) && person.UserId != null).ToListAsync(ct))
            .ToLookup(person => person.BookingId);
        var candidates = (await db.Set<MeetingTypeHost>().AsNoTracking().Where(host => types.Contains(host.MeetingTypeId)).ToListAsync(ct))
            .ToLookup(host => host.MeetingTypeId, host => host.HostId);
        var answers = (await db.Set<BookingAnswer>().AsNoTracking().Where(answer => bookings.Contains(answer.BookingId)).OrderBy(answer => answer.Position).ToListAsync(ct))
            .ToLookup(answer => answer.BookingId);
        return rows.ConvertAll(row =>
        {
            var (visitor, booking) = (row.Participant, row.Booking);
            var hosts = staff[booking.Id].Where(person => person.Role == ParticipantRole.Host).Select(person => person.UserId!.Value).ToList();
            var isLate = !staff[booking.Id].Any(person => person.IsInCall)
                && now >= LateHost.LateFrom(booking.StartsAt, booking.HandedOverAt, visitor.HostMessageAt, row.LateHostAfter);
            return new WaitingVisitor(
                visitor.Id, booking.Id, visitor.Name, visitor.WaitingSince!.Value, row.MeetingName, booking.HostId, row.HostName, hosts,
                booking.StartsAt, booking.Article, booking.Notes, [.. answers[booking.Id]],
                visitor.HostMessage, visitor.Camera, visitor.Microphone, row.IsUnverified, isLate, [.. candidates[booking.MeetingTypeId].Except(hosts)])
            {
                LastSaid = row.LastSaid,
            };
        });
    }
}
