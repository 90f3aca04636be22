using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>Keeps with a visitor what a device check found, for the host to see before the call (N8); what was not tried stays as it was.</summary>
public sealed class KeepDeviceCheck(PortalDbContext db, IClock clock)
{
    public Task RunAsync(KeepDeviceCheckRequest request, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        // not through the version: a host who decides at this moment must not be in the way, nor they in the host's
        return db.Participants.Where(row => row.Id == request.ParticipantId && row.UserId == null).ExecuteUpdateAsync(
            row => row
                .SetProperty(one => one.Camera, one => request.Camera ?? one.Camera)
                .SetProperty(one => one.Microphone, one => request.Microphone ?? one.Microphone)
                .SetProperty(one => one.SpeakerHeard, one => request.SpeakerHeard ?? one.SpeakerHeard)
                .SetProperty(one => one.Network, one => request.Network ?? one.Network)
                .SetProperty(one => one.DevicesCheckedAt, now),
            ct);
    }
}

/// <param name="ParticipantId">From the visitor's link.</param>
public sealed record KeepDeviceCheckRequest(Guid ParticipantId, DeviceState? Camera, DeviceState? Microphone, bool? SpeakerHeard = null, NetworkPath? Network = null);
