using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Portal.Core.Operations;
using Portal.Core.Persistence;

namespace Portal.Core.Video.Direct;

/// <summary>
/// The rooms that are open and who sits in them, on whichever node their connections are. A room is open while somebody sits
/// in it; a seat whose node is gone is free.
/// </summary>
public sealed class DirectRooms(IServiceScopeFactory scopes, ThisNode node, IClock clock)
{
    /// <summary>Everybody sends to everybody: more than this and a common connection no longer keeps up.</summary>
    public const int Capacity = 4;

    /// <summary>Where a provider's server stands between, so that nobody sends more than once.</summary>
    public const int LargeCapacity = 50;

    private const int Attempts = 10;

    public Instant WatchingSince => node.StartedAt;

    /// <summary>The newest connection of a participant wins.</summary>
    /// <returns>Null when the room is full.</returns>
    public async Task<TakenSeat?> TakeAsync(RoomSeat seat, string connectionId, string pageId, MediaState media, CancellationToken ct)
    {
        for (var left = Attempts; ; left--)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            try
            {
                if (await FindOwnAsync(db, seat, ct) is { } old)
                {
                    if (await MoveAsync(db, old, connectionId, pageId, media, ct))
                        return new TakenSeat(old.ConnectionId);
                }
                else if (await FindFreeAsync(db, seat, ct) is { } number)
                {
                    db.CallSeats.Add(Seat(seat, number, connectionId, pageId, media));
                    await db.SaveChangesAsync(ct);
                    return new TakenSeat(null);
                }
                else
                {
                    return null;
                }
            }
            catch (DbUpdateException) when (left > 1)
            {
                // somebody took this place, or this very participant is back elsewhere: look again
            }
        }
    }

    public Task<List<CallSeat>> InAsync(string roomName, CancellationToken ct) => ReadAsync(
        db => Present(db).Where(seat => seat.RoomName == roomName).OrderBy(seat => seat.Number).ToListAsync(ct));

    /// <returns>False when the connection no longer has the seat.</returns>
    public Task<bool> ChangeAsync(RoomSeat seat, string connectionId, MediaState media, CancellationToken ct) => ReadAsync(
        async db => await Held(db, seat, connectionId).ExecuteUpdateAsync(
            row => row
                .SetProperty(held => held.Mic, media.Mic)
                .SetProperty(held => held.Cam, media.Cam)
                .SetProperty(held => held.Sharing, media.Sharing)
                .SetProperty(held => held.Hand, media.Hand)
                .SetProperty(held => held.Recording, media.Recording),
            ct) > 0);

    /// <returns>False when the connection no longer had the seat: the participant is back on a newer one.</returns>
    public Task<bool> LeaveAsync(RoomSeat seat, string connectionId, CancellationToken ct) =>
        ReadAsync(async db => await Held(db, seat, connectionId).ExecuteDeleteAsync(ct) > 0);

    /// <returns>Those who sat in it.</returns>
    public Task<List<CallSeat>> CloseAsync(string roomName, CancellationToken ct) => ReadAsync(async db =>
    {
        var seats = await db.CallSeats.AsNoTracking().Where(seat => seat.RoomName == roomName).ToListAsync(ct);
        if (seats.Count > 0)
            await db.CallSeats.Where(seat => seat.RoomName == roomName).ExecuteDeleteAsync(ct);
        return seats;
    });

    public Task<List<Guid>> EverybodyAsync(CancellationToken ct) =>
        ReadAsync(db => Present(db).Select(seat => seat.ParticipantId).ToListAsync(ct));

    /// <summary>Takes away the seats of nodes that are gone. Any number of nodes may do it at once.</summary>
    /// <returns>Those this call took away.</returns>
    public Task<List<CallSeat>> ClearGoneAsync(CancellationToken ct) => ReadAsync(async db =>
    {
        var gone = await db.CallSeats.AsNoTracking().Except(Present(db)).ToListAsync(ct);
        List<CallSeat> cleared = [];
        foreach (var seat in gone)
            if (await db.CallSeats.Where(row => row.RoomName == seat.RoomName && row.ConnectionId == seat.ConnectionId).ExecuteDeleteAsync(ct) > 0)
                cleared.Add(seat);
        return cleared;
    });

    private IQueryable<CallSeat> Present(PortalDbContext db)
    {
        var (self, alive) = (node.Id, clock.GetCurrentInstant() - Node.Patience);
        return db.CallSeats.AsNoTracking().Where(seat =>
            seat.NodeId == self || db.Nodes.Any(other => other.Id == seat.NodeId && other.SeenAt >= alive));
    }

    private static IQueryable<CallSeat> Held(PortalDbContext db, RoomSeat seat, string connectionId) => db.CallSeats.Where(row =>
        row.RoomName == seat.RoomName && row.ParticipantId == seat.ParticipantId && row.ConnectionId == connectionId);

    private static Task<CallSeat?> FindOwnAsync(PortalDbContext db, RoomSeat seat, CancellationToken ct) => db.CallSeats.AsNoTracking()
        .SingleOrDefaultAsync(row => row.RoomName == seat.RoomName && row.ParticipantId == seat.ParticipantId, ct);

    /// <returns>Null when every place is somebody's.</returns>
    private async Task<int?> FindFreeAsync(PortalDbContext db, RoomSeat wanted, CancellationToken ct)
    {
        var present = await Present(db).Where(seat => seat.RoomName == wanted.RoomName).Select(seat => seat.Number).ToListAsync(ct);
        if (Enumerable.Range(1, wanted.Places).Except(present).Cast<int?>().FirstOrDefault() is not { } number)
            return null;
        // whoever had it was on a node that is gone
        await db.CallSeats.Where(seat => seat.RoomName == wanted.RoomName && seat.Number == number).Except(Present(db)).ExecuteDeleteAsync(ct);
        return number;
    }

    private async Task<bool> MoveAsync(PortalDbContext db, CallSeat old, string connectionId, string pageId, MediaState media, CancellationToken ct)
    {
        var self = node.Id;
        return await db.CallSeats
            .Where(row => row.RoomName == old.RoomName && row.Number == old.Number && row.ConnectionId == old.ConnectionId)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(seat => seat.NodeId, self)
                    .SetProperty(seat => seat.ConnectionId, connectionId)
                    .SetProperty(seat => seat.PageId, pageId)
                    .SetProperty(seat => seat.Mic, media.Mic)
                    .SetProperty(seat => seat.Cam, media.Cam)
                    .SetProperty(seat => seat.Sharing, media.Sharing)
                    .SetProperty(seat => seat.Hand, media.Hand)
                    .SetProperty(seat => seat.Recording, media.Recording),
                ct) > 0;
    }

    private CallSeat Seat(RoomSeat seat, int number, string connectionId, string pageId, MediaState media) => new()
    {
        RoomName = seat.RoomName,
        Number = number,
        ParticipantId = seat.ParticipantId,
        Name = seat.Name,
        IsStaff = seat.IsStaff,
        NodeId = node.Id,
        ConnectionId = connectionId,
        PageId = pageId,
        Mic = media.Mic,
        Cam = media.Cam,
        Sharing = media.Sharing,
        Hand = media.Hand,
        Recording = media.Recording,
        TakenAt = clock.GetCurrentInstant(),
    };

    // apart from the changes of whoever asks: a seat is somebody's at once
    private async Task<T> ReadAsync<T>(Func<PortalDbContext, Task<T>> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }
}
