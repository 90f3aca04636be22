using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings.Rules;

/// <summary>One email address has only so many meetings of a type to come.</summary>
internal sealed class UpcomingPerEmail(PortalDbContext db) : IBookingRule
{
    private static readonly BookingStatus[] Live = [.. Enum.GetValues<BookingStatus>().Where(status => !status.IsFinal())];

    public async Task<BookSlotOutcome?> FindRefusalAsync(BookingAttempt attempt, CancellationToken ct)
    {
        if (attempt.Type.Policy.MostUpcomingPerEmail is not { } most)
            return null;
        // becomes SQL, where no culture is asked; addresses differ in case only by how they were typed
#pragma warning disable CA1304, CA1311, CA1862
        var email = attempt.Request.Email.ToLowerInvariant();
        var upcoming = await db.Bookings.CountAsync(
            booking => booking.MeetingTypeId == attempt.Type.Id && booking.StartsAt >= attempt.Now
                && Live.Contains(booking.Status) && booking.VisitorEmail.ToLower() == email,
            ct);
#pragma warning restore CA1304, CA1311, CA1862
        return upcoming < most ? null : new BookSlotOutcome.TooManyUpcoming(most);
    }
}
