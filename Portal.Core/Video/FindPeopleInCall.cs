using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.Video;

/// <summary>Who is in the call of a meeting at this moment (B13).</summary>
public sealed class FindPeopleInCall(PortalDbContext db)
{
    /// <returns>Null when the organisation has no such booking.</returns>
    public async Task<IReadOnlyList<PersonInCall>?> RunAsync(Guid organizationId, Guid bookingId, CancellationToken ct)
    {
        var meeting = await db.Bookings
            .Where(booking => booking.Id == bookingId && booking.OrganizationId == organizationId)
            .Select(booking => new { booking.GroupId })
            .SingleOrDefaultAsync(ct);
        if (meeting is null)
            return null;
        return await db.Participants
            .Where(person => person.JoinedAt != null && person.LeftAt == null
                && (person.BookingId == bookingId || (meeting.GroupId != null && person.Booking!.GroupId == meeting.GroupId)))
            .OrderBy(person => person.JoinedAt)
            .Select(person => new PersonInCall(person.Id, person.Name, person.Role, person.JoinedAt!.Value))
            .ToListAsync(ct);
    }
}

public sealed record PersonInCall(Guid ParticipantId, string Name, ParticipantRole Role, Instant JoinedAt);
