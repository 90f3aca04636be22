using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Organizations;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>What waits for a member's approval, the nearest first: a host's own, for admins everybody's.</summary>
public sealed class ListPendingBookings(PortalDbContext db, IClock clock)
{
    // more than anybody answers in one go; the next come up as these are answered
    private const int Most = 30;

    public async Task<IReadOnlyList<PendingBooking>> RunAsync(CurrentMember member, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var seesAll = member.IsAtLeast(MemberRole.Admin);
        return await db.Bookings.AsNoTracking()
            .Where(booking => booking.OrganizationId == member.OrganizationId && booking.Status == BookingStatus.Pending && booking.StartsAt > now)
            .Where(booking => seesAll || booking.HostId == member.UserId
                || booking.Participants.Any(person => person.UserId == member.UserId && person.Role == ParticipantRole.Host))
            // in the order of the index that finds the few who wait; one more column, and SQLite goes through all of the future
            .OrderBy(booking => booking.StartsAt)
            .Take(Most)
            .Select(booking => new PendingBooking(
                booking.Id,
                booking.VisitorName,
                booking.VisitorEmail,
                booking.MeetingType!.Name,
                booking.HostId,
                booking.Host!.DisplayName,
                booking.StartsAt,
                booking.EndsAt,
                booking.CreatedAt,
                booking.Notes,
                booking.Article,
                booking.Answers.OrderBy(answer => answer.Position).ToList(),
                booking.Participants.Where(person => person.Role == ParticipantRole.Guest).Select(guest => guest.Email).ToList()))
            .AsSingleQuery()
            .ToListAsync(ct);
    }
}
