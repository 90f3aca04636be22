using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>What a visitor's last device check found.</summary>
public sealed class FindDeviceCheck(PortalDbContext db)
{
    /// <param name="participantId">From the visitor's link.</param>
    public Task<DeviceCheck?> RunAsync(Guid participantId, CancellationToken ct) => db.Participants.AsNoTracking()
        .Where(row => row.Id == participantId)
        .Select(row => (DeviceCheck?)new DeviceCheck(row.DevicesCheckedAt, row.Camera, row.Microphone, row.SpeakerHeard, row.Network))
        .SingleOrDefaultAsync(ct);
}
