using NodaTime;

namespace Portal.Core.Video;

/// <summary>
/// Carries the sound and the pictures of a call, with the account of one organisation. Knows rooms and seats, never bookings; who
/// may sit down was decided before. What fails outside is a <see cref="VideoProviderException"/>.
/// </summary>
public interface IVideoProvider
{
    /// <summary>How long a ticket opens its room (X4).</summary>
    public static readonly Duration TicketLifetime = Duration.FromHours(1);

    /// <summary>The word in the settings, and the name of the page's module: <c>js/call/{id}.js</c>.</summary>
    string Id { get; }

    VideoCapabilities Capabilities { get; }

    /// <summary>Calls the provider, so that a wrong account is known before a meeting is.</summary>
    Task TryAccountAsync(CancellationToken ct);

    /// <summary>Makes the room, or finds the one that is there; asking twice makes no second one.</summary>
    Task<ProviderRoom> OpenRoomAsync(RoomOrder order, CancellationToken ct);

    /// <summary>A ticket for one seat in one room, good for <see cref="TicketLifetime"/> from <paramref name="now"/>.</summary>
    string CreateTicket(ProviderRoom room, RoomSeat seat, Instant now);

    /// <summary>Who is connected at this moment; nobody in a room that is closed or never was.</summary>
    Task<IReadOnlyList<PersonInRoom>> ListParticipantsAsync(ProviderRoom room, CancellationToken ct);

    /// <summary>Cuts one connection. Somebody who is not there is no error; with a ticket that lives they could come again.</summary>
    Task RemoveParticipantAsync(ProviderRoom room, Guid participantId, CancellationToken ct);

    /// <summary>Sends everybody out and closes the room. One that is closed, or never was, is no error.</summary>
    Task EndRoomAsync(ProviderRoom room, CancellationToken ct);

    /// <returns>What the provider calls the recording; null when the room has but one.</returns>
    /// <exception cref="NotSupportedException">The provider cannot record (<see cref="VideoCapabilities.Records"/>).</exception>
    Task<string?> StartRecordingAsync(ProviderRoom room, CancellationToken ct);

    /// <summary>A recording that has ended by itself is no error.</summary>
    /// <exception cref="NotSupportedException">The provider cannot record.</exception>
    Task StopRecordingAsync(ProviderRoom room, string? recordingId, CancellationToken ct);
}
