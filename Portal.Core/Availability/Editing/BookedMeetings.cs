using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability.Editing;

/// <summary>What is booked with a host already where they are about to be away.</summary>
internal static class BookedMeetings
{
    /// <param name="last">Inclusive.</param>
    /// <param name="hours">Of each of these days; a meeting within them is not counted.</param>
    public static async Task<int> CountOutsideAsync(
        PortalDbContext db, HostKey host, DateTimeZone zone, LocalDate first, LocalDate last, ImmutableArray<TimeRange> hours, CancellationToken ct)
    {
        var (from, until) = (zone.AtStartOfDay(first).ToInstant(), zone.AtStartOfDay(last.PlusDays(1)).ToInstant());
        var meetings = await db.TimeClaims
            .Where(claim => claim.HostId == host.HostId && claim.OrganizationId == host.OrganizationId)
            .Where(claim => claim.MeetingStartsAt >= from && claim.MeetingStartsAt < until && claim.Seats.Any(seat => seat.BookingId != null))
            .Select(claim => new { claim.MeetingStartsAt, claim.MeetingEndsAt })
            .ToListAsync(ct);
        return meetings.Count(meeting =>
        {
            var (start, end) = (meeting.MeetingStartsAt.InZone(zone).LocalDateTime, meeting.MeetingEndsAt.InZone(zone).LocalDateTime);
            return !hours.Any(range => start.Date + range.From <= start
                && end <= (range.To > range.From ? start.Date : start.Date.PlusDays(1)) + range.To);
        });
    }
}
