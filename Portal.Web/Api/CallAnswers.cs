using System.Text.Json.Serialization;

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
