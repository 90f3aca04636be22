using NodaTime;

namespace Portal.Core.Video.Rooms;

/// <summary>
/// A room as it was opened: where a meeting's call is stays what it was, whatever is set meanwhile. A removal or an end leaves it
/// behind, and the meeting's next call has a row of its own.
/// </summary>
public sealed class VideoRoom
{
    public const int LongestReason = 500;

    public required string RoomName { get; init; }

    public required Guid OrganizationId { get; init; }

    /// <summary>Whose call opened it; the bookings of a group share it.</summary>
    public required Guid BookingId { get; init; }

    /// <summary>The booking, or the group it is in.</summary>
    public required Guid MeetingId { get; init; }

    public required string ProviderId { get; set; }

    /// <summary>What the provider calls it.</summary>
    public required string ExternalId { get; set; }

    public required Instant OpenedAt { get; init; }

    /// <summary>When the meeting left it behind.</summary>
    public Instant? ClosedAt { get; set; }

    /// <summary>When the provider had closed it; null while it still has to be told.</summary>
    public Instant? EndedAt { get; set; }

    /// <summary>The provider that should have carried the call; null when it does.</summary>
    public string? FellBackFrom { get; set; }

    public string? FellBackReason { get; set; }

    /// <summary>Since when the provider records; null while it does not.</summary>
    public Instant? RecordingSince { get; set; }

    /// <summary>What the provider calls the recording, where it calls it anything.</summary>
    public string? RecordingId { get; set; }

    public ProviderRoom AtProvider => new(RoomName, ExternalId);
}
