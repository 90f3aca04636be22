using NodaTime;
using Portal.Core.Persistence;
using Portal.Core.Video.Rooms;

namespace Portal.Core.Video;

/// <summary>A fresh ticket for somebody who is in the meeting already, for their next connect (A19, X4). Changes nothing.</summary>
public sealed class RefreshJoinTicket(PortalDbContext db, MeetingRooms rooms, IClock clock)
{
    public Task<JoinCallOutcome> RunAsync(JoinCallRequest request, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        return db.ForSeatAsync(request, now, (_, seat) => db.GrantAsync(rooms, seat, request.ProviderId, now, ct), ct);
    }
}
