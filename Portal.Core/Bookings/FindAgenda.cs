using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>A host's meetings from this morning on, in one query.</summary>
public sealed class FindAgenda(PortalDbContext db, IClock clock)
{
    // more than anybody reads at once; a host's week is about half of it
    private const int Length = 60;

    // no meeting is longer, so that whatever reaches into today has begun since
    private static readonly Duration Longest = Duration.FromDays(1);

    private static readonly BookingStatus[] Live = [.. Enum.GetValues<BookingStatus>().Where(status => !status.IsFinal())];

    public async Task<Agenda> RunAsync(FindAgendaRequest request, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var today = now.InZone(request.Zone).Date;
        var midnight = request.Zone.AtStartOfDay(today).ToInstant();
        var nextMidnight = request.Zone.AtStartOfDay(today.PlusDays(1)).ToInstant();
        var earliest = midnight - Longest;

        var meetings = await db.Bookings
            .Where(booking => booking.OrganizationId == request.OrganizationId)
            .Where(booking => booking.HostId == request.HostId
                || booking.Participants.Any(person => person.UserId == request.HostId && person.Role == ParticipantRole.Host))
            .Where(booking => booking.StartsAt >= earliest && booking.EndsAt > midnight)
            .Where(booking => booking.StartsAt < nextMidnight || Live.Contains(booking.Status))
            .OrderBy(booking => booking.StartsAt).ThenBy(booking => booking.Id)
            .Take(Length)
            .Select(booking => new AgendaMeeting(
                booking.Id,
                booking.MeetingType!.Name,
                booking.VisitorName,
                booking.VisitorEmail,
                booking.VisitorZone,
                booking.StartsAt,
                booking.EndsAt,
                booking.Status,
                booking.Notes,
                booking.Article))
            .ToListAsync(ct);

        return new Agenda(
            now,
            today,
            meetings.Find(meeting => JoinWindow.IsOpenForStaff(meeting.Status, meeting.EndsAt, now)),
            [.. meetings.Where(meeting => meeting.StartsAt < nextMidnight)],
            [.. meetings.Where(meeting => meeting.StartsAt >= nextMidnight)
                .GroupBy(meeting => meeting.StartsAt.InZone(request.Zone).Date)
                .Select(day => new AgendaDay(day.Key, [.. day]))]);
    }
}
