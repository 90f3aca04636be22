using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>Who could take a meeting over from its host, in the order of the meeting type, and who of them has time.</summary>
public sealed class ListOtherHosts(PortalDbContext db, ReadAvailability read, TakeTime takeTime, IClock clock)
{
    /// <returns>Null when the organisation has no such booking.</returns>
    public async Task<IReadOnlyList<OtherHost>?> RunAsync(Guid organizationId, Guid bookingId, CancellationToken ct)
    {
        var booking = await db.Bookings.AsNoTracking()
            .Include(booking => booking.Participants)
            .SingleOrDefaultAsync(booking => booking.Id == bookingId && booking.OrganizationId == organizationId, ct);
        if (booking is null)
            return null;
        var now = clock.GetCurrentInstant();
        if (now >= booking.EndsAt)
            return [];
        var type = await read.GetTypeAsync(booking.MeetingTypeId, ct);
        var others = OtherHosts.Of(type, booking);
        var time = OtherHosts.TimeLeft(booking, now);
        var asked = await takeTime.LookAsync(
            type, [.. others.Select(host => host.HostId)], time.Start, time.Duration, new OwnTime(booking.Id), now, ct);
        return [.. others.Select(host => OtherHosts.Ask(asked, host, time, booking.Id))];
    }
}
