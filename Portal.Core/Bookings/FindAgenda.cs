using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>A host's meetings from this morning on, and more of the next one.</summary>
public sealed class FindAgenda(PortalDbContext db, IClock clock)
{
    // more than anybody reads at once; a host's week is about half of it
    private const int Length = 60;

    // further ahead than anything can be booked
    private static readonly Duration Ahead = Duration.FromDays(3 * 366);

    private static readonly BookingStatus[] Live = [.. Enum.GetValues<BookingStatus>().Where(status => !status.IsFinal())];

    public async Task<Agenda> RunAsync(FindAgendaRequest request, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var today = now.InZone(request.Zone).Date;
        var midnight = request.Zone.AtStartOfDay(today).ToInstant();
        var nextMidnight = request.Zone.AtStartOfDay(today.PlusDays(1)).ToInstant();

        var meetings = await db.BookingsOfHost(request.OrganizationId, request.HostId, new Interval(midnight, now + Ahead))
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

        var next = meetings.Find(meeting => JoinWindow.IsOpenForStaff(meeting.Status, meeting.EndsAt, now));
        return new Agenda(
            now,
            today,
            next,
            next is null ? null : await FindDetailsAsync(next.BookingId, request.HostId, ct),
            [.. meetings.Where(meeting => meeting.StartsAt < nextMidnight)],
            [.. meetings.Where(meeting => meeting.StartsAt >= nextMidnight)
                .GroupBy(meeting => meeting.StartsAt.InZone(request.Zone).Date)
                .Select(day => new AgendaDay(day.Key, [.. day]))]);
    }

    private async Task<AgendaDetails?> FindDetailsAsync(Guid bookingId, Guid hostId, CancellationToken ct)
    {
        var found = await db.Bookings.AsNoTracking()
            .Where(booking => booking.Id == bookingId)
            .Select(booking => new
            {
                Answers = booking.Answers.OrderBy(answer => answer.Position).ToList(),
                People = booking.Participants
                    .Where(person => person.Role == ParticipantRole.Guest || (person.Role == ParticipantRole.Host && person.UserId != hostId))
                    .OrderBy(person => person.Name)
                    .Select(person => new { person.Role, person.Name, person.Email })
                    .ToList(),
                booking.MeetingType!.Capacity,
                Taken = booking.GroupId == null ? 1 : db.Bookings.Count(other => other.GroupId == booking.GroupId && Live.Contains(other.Status)),
            })
            .AsSingleQuery()
            .SingleOrDefaultAsync(ct);
        return found is null ? null : new AgendaDetails(
            found.Answers,
            [.. found.People.Where(person => person.Role == ParticipantRole.Guest).Select(guest => guest.Email)],
            [.. found.People.Where(person => person.Role == ParticipantRole.Host).Select(host => host.Name)],
            found.Capacity,
            found.Taken);
    }
}
