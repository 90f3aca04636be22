using NodaTime;

namespace Portal.Core.Video;

/// <param name="Zone">The reader's: the visitor's own, or the host's.</param>
/// <param name="ReaderName">The name the others will see.</param>
/// <param name="SignallingUrl">Where the page connects, for providers with a server of one's own: ws or wss; null for the others.</param>
/// <param name="ReaderMayChange">The reader holds the meeting or is an admin: what came of it is theirs to note.</param>
/// <param name="OtherNames">The visitors and the host, without the reader.</param>
public sealed record CallView(
    Guid BookingId,
    Guid OrganizationId,
    string MeetingName,
    string OrganizationName,
    Instant StartsAt,
    Instant EndsAt,
    DateTimeZone Zone,
    string ReaderName,
    bool ReaderIsStaff,
    bool ReaderMayChange,
    IReadOnlyList<string> OtherNames,
    string ProviderId,
    bool KeepsChat,
    bool MayRecord,
    string? SignallingUrl,
    VideoCapabilities Capabilities,
    CallRecording Recording)
{
    /// <summary>The name of the provider that should carry the call and does not, told to staff; null while all is well.</summary>
    public string? InsteadOf { get; init; }
}

/// <summary>Recording at the provider, which everybody in the call is told of.</summary>
/// <param name="IsOffered">The provider can, and the organisation wants it.</param>
/// <param name="Since">Null while nothing is recorded.</param>
public sealed record CallRecording(bool IsOffered, Instant? Since);
