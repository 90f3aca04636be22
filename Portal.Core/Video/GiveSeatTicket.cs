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
    public async Task<JoinCallOutcome> RunAsync(JoinCallRequest request, CancellationToken ct)
    {
        var booking = await db.LoadMeetingAsync(request.BookingId, ct);
        if (booking is null)
            return new JoinCallOutcome.BookingNotFound();
        var participant = await db.FindCallerAsync(booking, request.Caller, ct);
        if (participant is null || !booking.Participants.Contains(participant))
            return new JoinCallOutcome.NotAParticipant();
        var now = clock.GetCurrentInstant();
        if (CallDoor.Refusal(booking, participant, now) is { } refusal)
            return refusal;

        var provider = await rooms.FindProviderAsync(booking, ct);
        var seat = booking.SeatOf(participant) with { Places = Math.Min(provider.Capabilities.MostPeople, DirectRooms.LargeCapacity) };
        return new JoinCallOutcome.Granted(tickets.Mint(seat, now), seat, provider.Id);
    }
}
