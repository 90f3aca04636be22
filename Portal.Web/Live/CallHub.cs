using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using NodaTime;
using Portal.Core.Video;
using Portal.Core.Video.Direct;

namespace Portal.Web.Live;

/// <summary>Where the pages of every call sit, and the browsers of a direct one are introduced to each other.</summary>
public sealed class CallHub(DirectTickets tickets, DirectRooms rooms, IceServers iceServers, IServiceProvider services, IClock clock) : Hub<ICallPage>
{
    public const string Replaced = "replaced";

    private const int LongestId = 64;

    private static readonly string[] Kinds = ["description", "candidate", "restart"];

    private JoinedSeat? Joined => CallConnection.Of(Context).Joined;

    /// <param name="ticket">From launch-video or refresh-token.</param>
    /// <param name="pageId">Random, new with every load of the page.</param>
    public async Task<JoinAnswer> Join(string ticket, string pageId, MediaState media, EnterCall enterCall)
    {
        var now = clock.GetCurrentInstant();
        if (Joined is not null || pageId is not { Length: > 0 and <= LongestId }
            || !tickets.TryRead(ticket, now, out var seat))
            return new JoinAnswer("ticket", null);

        // the seat first: an end that comes between now and the answer then finds it
        if (await rooms.TakeAsync(seat, Context.ConnectionId, pageId, media, Context.ConnectionAborted) is not { } taken)
            return new JoinAnswer("full", null);
        if (await enterCall.RunAsync(seat, Context.ConnectionAborted) is not EnterCallOutcome.Entered entered)
        {
            await rooms.LeaveAsync(seat, Context.ConnectionId, CancellationToken.None);
            return new JoinAnswer("ticket", null);
        }

        CallConnection.Of(Context).Joined = new JoinedSeat(seat, entered.OrganizationId, entered.By);
        if (taken.Replaced is { } replaced)
            await Clients.Client(replaced).Ended(Replaced);
        var room = await rooms.InAsync(seat.RoomName, Context.ConnectionAborted);
        var others = room.Where(other => other.ParticipantId != seat.ParticipantId).ToList();
        if (room.Find(taker => taker.ParticipantId == seat.ParticipantId) is { } self)
            await Clients.Clients(ConnectionsOf(others)).PeerJoined(Peer.Of(self));
        return new JoinAnswer(null, new JoinedRoom(
            seat.ParticipantId, entered.StartedAt.ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds(),
            [.. others.Select(Peer.Of)], iceServers.For(seat.ParticipantId, now)));
    }

    /// <param name="to">A participant of the same room; anybody else hears nothing.</param>
    public async Task Signal(Guid to, string sessionId, string kind, JsonElement payload)
    {
        if (Joined?.Seat is not { } seat || !Kinds.Contains(kind, StringComparer.Ordinal) || sessionId is not { Length: > 0 and <= LongestId })
            return;
        var room = await rooms.InAsync(seat.RoomName, Context.ConnectionAborted);
        if (HasSeat(room, seat) && room.Find(other => other.ParticipantId == to) is { } other)
            await Clients.Client(other.ConnectionId).Signal(new PeerSignal(seat.ParticipantId, sessionId, kind, payload));
    }

    public async Task State(MediaState media)
    {
        if (Joined?.Seat is { } seat && await rooms.ChangeAsync(seat, Context.ConnectionId, media, Context.ConnectionAborted))
            await Clients.Clients(ConnectionsOf(await OthersAsync(seat))).PeerState(seat.ParticipantId, media);
    }

    public async Task Leave(LeaveCall leaveCall)
    {
        if (Joined?.Seat is not { } seat || !await rooms.LeaveAsync(seat, Context.ConnectionId, CancellationToken.None))
            return;
        CallConnection.Of(Context).Joined = null;
        await Clients.Clients(ConnectionsOf(await OthersAsync(seat))).PeerLeft(seat.ParticipantId);
        await leaveCall.RunAsync(seat, CancellationToken.None);
    }

    /// <summary>For everybody; only staff may.</summary>
    /// <returns>False when there was nothing to end, or the caller may not.</returns>
    public async Task<bool> End(EndMeeting endMeeting)
    {
        if (Joined is not { } joined || !joined.Seat.IsStaff || !HasSeat(await rooms.InAsync(joined.Seat.RoomName, CancellationToken.None), joined.Seat))
            return false;
        var request = new EndMeetingRequest(joined.OrganizationId, joined.Seat.BookingId, joined.By);
        return await endMeeting.RunAsync(request, CancellationToken.None) is EndMeetingOutcome.Ended;
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        // false: they left, were sent away, or are back on a newer connection
        if (Joined?.Seat is { } seat && await rooms.LeaveAsync(seat, Context.ConnectionId, CancellationToken.None))
        {
            await Clients.Clients(ConnectionsOf(await OthersAsync(seat))).PeerLost(seat.ParticipantId);
            await services.GetRequiredService<LoseConnection>().RunAsync(seat.ParticipantId, CancellationToken.None);
        }

        await base.OnDisconnectedAsync(exception);
    }

    private static IEnumerable<string> ConnectionsOf(IEnumerable<CallSeat> seats) => seats.Select(seat => seat.ConnectionId);

    private bool HasSeat(List<CallSeat> room, RoomSeat seat) =>
        room.Exists(taken => taken.ParticipantId == seat.ParticipantId && taken.ConnectionId == Context.ConnectionId);

    private async Task<List<CallSeat>> OthersAsync(RoomSeat seat) =>
        [.. (await rooms.InAsync(seat.RoomName, CancellationToken.None)).Where(other => other.ParticipantId != seat.ParticipantId)];
}
