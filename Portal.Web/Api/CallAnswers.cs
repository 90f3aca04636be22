using System.Text.Json.Serialization;
using Portal.Core.Bookings;

namespace Portal.Web.Api;

/// <summary>What opens a call, in names that were promised before the rest of the API was snake_case (A14).</summary>
/// <param name="Token">For one connect of one person to one room; valid for an hour.</param>
public sealed record LaunchedCall(
    string Token,
    [property: JsonPropertyName("roomName")] string RoomName,
    [property: JsonPropertyName("participantName")] string ParticipantName,
    [property: JsonPropertyName("bookingId")] Guid BookingId);

public sealed record FreshToken(string Token);

/// <param name="Ticket">For one connection of the call's page to the portal.</param>
public sealed record SeatTicket(string Ticket);

public sealed record EndedMeeting(bool Success, [property: JsonPropertyName("bookingId")] Guid BookingId);

/// <param name="ParticipantId">As <c>GET /api/meetings/{booking_id}/participants</c> names them.</param>
/// <param name="Reason">For the visitor, in the host's words.</param>
public sealed record RemovalRequest(Guid? BookingId, Guid? ParticipantId, string? Reason = null);

public sealed record RemovedParticipant(bool Success, Guid BookingId, Guid ParticipantId);

/// <param name="Recording">Whether the provider records the call now.</param>
public sealed record RecordingState(bool Success, bool Recording);

public sealed record PeopleInCall(IReadOnlyList<PeopleInCall.Person> Participants)
{
    /// <param name="JoinedAt">In UTC: <c>2026-11-24T09:00:00Z</c>.</param>
    public sealed record Person(Guid Id, string Name, ParticipantRole Role, string JoinedAt);
}

/// <summary>What a client needs to join the call of a session (D6).</summary>
/// <param name="LivekitUrl">Where to connect; null where another provider carries the call.</param>
/// <param name="ParticipantRole"><c>host</c> or <c>visitor</c>.</param>
public sealed record CallLink(Guid SessionId, string RoomName, string? LivekitUrl, string AccessToken, string ParticipantIdentity, string ParticipantRole);
