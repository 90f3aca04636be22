using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>The meetings of the visitors a browser has acted as (A8), while their links would still open them.</summary>
public sealed class ListOwnMeetings(PortalDbContext db, IClock clock)
{
    /// <param name="participantIds">From the visitor's cookie.</param>
    public async Task<OwnMeetings> RunAsync(IReadOnlyCollection<Guid> participantIds, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var oldest = now - AccessLink.Lifetime;
        var found = await db.Participants.AsNoTracking()
            .Where(row => participantIds.Contains(row.Id) && row.UserId == null && row.Booking!.EndsAt > oldest)
            .Select(row => new
            {
                row.Booking,
                Slug = row.Booking!.Organization!.Slug,
                Organization = row.Booking.Organization.Name,
                Type = row.Booking.MeetingType!.Name,
                Hosts = row.Booking.Participants.Where(person => person.Role == ParticipantRole.Host).OrderBy(person => person.Name).Select(person => person.Name).ToList(),
            })
            .ToListAsync(ct);
        var meetings = found.DistinctBy(row => row.Booking!.Id).Select(row => new OwnMeeting(
            row.Booking!.Id, row.Slug, row.Organization, row.Type, string.Join(", ", row.Hosts), row.Booking.StartsAt, row.Booking.EndsAt,
            row.Booking.VisitorZone, row.Booking.Status, JoinWindow.IsOpenForVisitors(row.Booking, now), JoinWindow.IsOver(row.Booking, now))).ToList();
        return new OwnMeetings(
            now, [.. meetings.Where(meeting => !meeting.IsOver).OrderBy(meeting => meeting.StartsAt)],
            [.. meetings.Where(meeting => meeting.IsOver).OrderByDescending(meeting => meeting.StartsAt)]);
    }
}
