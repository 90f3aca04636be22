using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>What a device check found out is kept with the visitor, so that the host can see it before the call (N8).</summary>
public sealed class RecordDeviceCheck(PortalDbContext db, IClock clock)
{
    public async Task RunAsync(RecordDeviceCheckRequest request, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        // not through the version: a host who decides at this moment must not be in the way, nor they in the host's
        await db.Participants.Where(row => row.Id == request.ParticipantId && row.UserId == null).ExecuteUpdateAsync(
            row => row
                .SetProperty(one => one.Camera, request.Camera)
                .SetProperty(one => one.Microphone, request.Microphone)
                .SetProperty(one => one.DevicesCheckedAt, now),
            ct);
    }
}

/// <param name="ParticipantId">From the visitor's link.</param>
public sealed record RecordDeviceCheckRequest(Guid ParticipantId, DeviceState Camera, DeviceState Microphone);
