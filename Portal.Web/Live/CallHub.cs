using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using NodaTime;
using Portal.Core.Chat;
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
    public async Task<JoinAnswer> Join(string ticket, string pageId, MediaState media, EnterCall enterCall, ListChatMessages listChat)
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

        CallConnection.Of(Context).Joined = new JoinedSeat(seat, entered.OrganizationId, entered.By, entered.MayRecord);
        if (media.Recording && !entered.MayRecord)
            await rooms.ChangeAsync(seat, Context.ConnectionId, media with { Recording = false }, Context.ConnectionAborted);
        if (taken.Replaced is { } replaced)
            await Clients.Client(replaced).Ended(Replaced);
        var room = await rooms.InAsync(seat.RoomName, Context.ConnectionAborted);
        var others = Others(room, seat);
        var self = room.Find(taker => taker.ParticipantId == seat.ParticipantId);
        if (self is not null)
            await Clients.Clients(ConnectionsOf(others)).PeerJoined(Peer.Of(self));
        return new JoinAnswer(null, new JoinedRoom(
            seat.ParticipantId, entered.StartedAt.ToUnixTimeMilliseconds(), (self?.TakenAt ?? now).ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds(),
            [.. others.Select(Peer.Of)], iceServers.For(seat.ParticipantId, now), iceServers.RelayOnly, await listChat.RunAsync(seat, Context.ConnectionAborted), entered.IsRecorded));
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

    public async Task State(MediaState media, NoteRecording noteRecording)
    {
        if (Joined is not { Seat: var seat } joined)
            return;
        var shown = media with { Recording = media.Recording && joined.MayRecord };
        var room = await rooms.InAsync(seat.RoomName, Context.ConnectionAborted);
        var was = room.Find(taken => taken.ParticipantId == seat.ParticipantId)?.Recording;
        if (!await rooms.ChangeAsync(seat, Context.ConnectionId, shown, Context.ConnectionAborted))
            return;
        await Clients.Clients(ConnectionsOf(Others(room, seat))).PeerState(seat.ParticipantId, shown);
        if (was != shown.Recording)
            await noteRecording.RunAsync(seat.BookingId, joined.By, shown.Recording, CancellationToken.None);
    }

    /// <summary>To everybody in the room, the writer among them: all read the lines in one order.</summary>
    /// <returns>False when nothing was sent.</returns>
    public async Task<bool> Say(string text, SendChatMessage send)
    {
        if (Joined?.Seat is not { } seat)
            return false;
        var room = await rooms.InAsync(seat.RoomName, Context.ConnectionAborted);
        if (!HasSeat(room, seat) || await send.RunAsync(seat, text, Context.ConnectionAborted) is not SendChatMessageOutcome.Sent sent)
            return false;
        await Clients.Clients(ConnectionsOf(room)).Said(sent.Line);
        return true;
    }

    /// <summary>Only staff may ask it of others; each page switches its own microphone.</summary>
    public async Task Mute(Guid to)
    {
        if (Joined?.Seat is not { IsStaff: true } seat)
            return;
        var room = await rooms.InAsync(seat.RoomName, Context.ConnectionAborted);
        if (HasSeat(room, seat) && room.Find(other => other.ParticipantId == to) is { } other)
            await Clients.Client(other.ConnectionId).Muted(seat.Name);
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
        Others(await rooms.InAsync(seat.RoomName, CancellationToken.None), seat);

    private static List<CallSeat> Others(List<CallSeat> room, RoomSeat seat) => room.FindAll(other => other.ParticipantId != seat.ParticipantId);
}
