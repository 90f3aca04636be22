using NodaTime;
using Portal.Core.Persistence;
using Portal.Core.Video.Direct;
using Portal.Core.Video.Rooms;

namespace Portal.Core.Video;

/// <summary>
/// What opens the portal's own hub to somebody whose sound and pictures another provider carries: chat, raised hands and the
/// host's word go through it for everybody. Asked for after the launch; changes nothing.
/// </summary>
public sealed class GiveSeatTicket(PortalDbContext db, MeetingRooms rooms, DirectTickets tickets, IClock clock)
{
    public Task<JoinCallOutcome> RunAsync(JoinCallRequest request, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        return db.ForSeatAsync(request, now, async (booking, taken) =>
        {
            var provider = (await rooms.FindProviderAsync(booking, ct)).Provider;
            var seat = taken with { Places = Math.Min(provider.Capabilities.MostPeople, DirectRooms.LargeCapacity) };
            return new JoinCallOutcome.Granted(tickets.Mint(seat, now), seat, provider.Id);
        }, ct);
    }
}
