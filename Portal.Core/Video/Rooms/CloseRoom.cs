using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Core.Video.Direct;

namespace Portal.Core.Video.Rooms;

/// <summary>
/// Leaves a room behind: the pages in it are told why, and the provider sends everybody out. A provider that does not answer now is
/// told by <see cref="ReconcileRooms"/>, until it has.
/// </summary>
public sealed partial class CloseRoom(PortalDbContext db, VideoProviders providers, DirectRooms seats, ICallPages pages, IClock clock, ILogger<CloseRoom> logger)
{
    public async Task RunAsync(CloseRoomRequest request, CancellationToken ct)
    {
        if (await IsStillUsedAsync(request.RoomName, ct))
            return;
        // the seats first: whoever still sits in one is told, and nobody takes another in a room whose name is no longer the meeting's
        var taken = await seats.CloseAsync(request.RoomName, ct);
        var removed = taken.Where(seat => seat.ParticipantId == request.Removed).Select(seat => seat.ConnectionId).ToList();
        await pages.EndAsync(removed, CloseRoomRequest.RemovedReason, ct);
        await pages.EndAsync([.. taken.Select(seat => seat.ConnectionId).Except(removed)], request.Reason, ct);
        var room = await db.VideoRooms.AsNoTracking().SingleOrDefaultAsync(row => row.RoomName == request.RoomName, ct);
        if (room is null)
            return;
        var now = clock.GetCurrentInstant();
        await db.VideoRooms.Where(row => row.RoomName == request.RoomName && row.ClosedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.ClosedAt, now).SetProperty(one => one.RecordingSince, (Instant?)null), ct);
        await EndAtProviderAsync(room, now, ct);
    }

    internal async Task EndAtProviderAsync(VideoRoom room, Instant now, CancellationToken ct)
    {
        try
        {
            if (await providers.FindAsync(room.OrganizationId, room.ProviderId, ct) is { } provider)
                await provider.EndRoomAsync(room.AtProvider, ct);
            await db.VideoRooms.Where(row => row.RoomName == room.RoomName).ExecuteUpdateAsync(row => row.SetProperty(one => one.EndedAt, now), ct);
        }
        catch (VideoProviderException exception)
        {
            StaysOpen(room.ProviderId, exception.Message);
        }
    }

    // the bookings of a group share a room: the one that is over leaves it to the others
    private Task<bool> IsStillUsedAsync(string roomName, CancellationToken ct) => db.VideoRooms
        .Where(room => room.RoomName == roomName && room.MeetingId != room.BookingId)
        .AnyAsync(room => db.Bookings.Any(booking =>
            booking.GroupId == room.MeetingId && booking.Status == BookingStatus.InProgress
            && booking.Participants.Any(person => person.JoinedAt != null && person.LeftAt == null)), ct);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A room that was left behind could not be closed at {Provider} yet: {Reason}")]
    private partial void StaysOpen(string provider, string reason);
}
