using NodaTime;

namespace Portal.Core.Video;

/// <summary>
/// Carries the sound and the pictures of a call. Knows rooms and seats, never bookings; who may sit down was decided before.
/// </summary>
public interface IVideoProvider
{
    /// <summary>How long a ticket opens its room (X4).</summary>
    public static readonly Duration TicketLifetime = Duration.FromHours(1);

    /// <summary>The word in the settings, and the name of the page's module: <c>js/call/{id}.js</c>.</summary>
    string Id { get; }

    /// <summary>A ticket for one seat, good for <see cref="TicketLifetime"/> from <paramref name="now"/>. The room need not exist yet.</summary>
    Task<string> CreateTicketAsync(RoomSeat seat, Instant now, CancellationToken ct);

    /// <summary>Sends everybody out of a room. A room nobody is in, or that never was, is no error.</summary>
    Task EndRoomAsync(string roomName, CancellationToken ct);

    /// <summary>Who is connected at this moment.</summary>
    Task<Presence> FindPresenceAsync(CancellationToken ct);
}
