using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>Everybody at the door of one organisation, longest waiting first (B5).</summary>
public sealed class ListWaiting(PortalDbContext db, IClock clock)
{
    public async Task<IReadOnlyList<WaitingVisitor>> RunAsync(Guid organizationId, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
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
                Hosts = participant.Booking.Participants
                    .Where(person => person.Role == ParticipantRole.Host && person.UserId != null).Select(person => person.UserId!.Value).ToList(),
                SomebodyIsThere = participant.Booking.Participants.Any(person => person.UserId != null && person.JoinedAt != null && person.LeftAt == null),
                Candidates = participant.Booking.MeetingType.Hosts.Select(host => host.HostId).ToList(),
                IsUnverified = db.VisitorBrowsers.Any(browser => browser.ParticipantId == participant.Id && browser.VerifiedAt == null),
                Answers = participant.Booking.Answers.OrderBy(answer => answer.Position).ToList(),
            })
            .AsSplitQuery()
            .ToListAsync(ct);
        return [.. rows.Select(row => new WaitingVisitor(
            row.Participant.Id, row.Booking.Id, row.Participant.Name, row.Participant.WaitingSince!.Value, row.MeetingName, row.Booking.HostId, row.HostName, row.Hosts,
            row.Booking.StartsAt, row.Booking.Article, row.Booking.Notes, row.Answers,
            row.Participant.HostMessage, row.Participant.Camera, row.Participant.Microphone, row.IsUnverified,
            IsHostLate: !row.SomebodyIsThere
                && now >= LateHost.LateFrom(row.Booking.StartsAt, row.Booking.HandedOverAt, row.Participant.HostMessageAt, row.LateHostAfter),
            [.. row.Candidates.Except(row.Hosts)]))];
    }
}
