using NodaTime;
using Portal.Core.Bookings;

namespace Portal.Core.WaitingRoom;

/// <summary>One row of the hosts' panel.</summary>
/// <param name="HostIds">Everybody who holds the meeting, <paramref name="HostId"/> among them.</param>
/// <param name="HostMessage">What a host last told them; null for nothing.</param>
/// <param name="Network">How their browser would reach a call, as their device check found; null when it was not tried.</param>
/// <param name="IsUnverified">The link was used on another device too, which did not show that it is the visitor's (N9).</param>
/// <param name="IsHostLate">The host should have been there for a while, and is not.</param>
/// <param name="OtherHostIds">Who else may hold meetings of the type.</param>
public sealed record WaitingVisitor(
    Guid ParticipantId,
    Guid BookingId,
    string Name,
    Instant WaitingSince,
    string MeetingName,
    Guid HostId,
    string HostName,
    IReadOnlyList<Guid> HostIds,
    Instant StartsAt,
    string? Article,
    string Notes,
    IReadOnlyList<BookingAnswer> Answers,
    string? HostMessage,
    DeviceState? Camera,
    DeviceState? Microphone,
    NetworkPath? Network,
    bool IsUnverified,
    bool IsHostLate,
    IReadOnlyList<Guid> OtherHostIds)
{
    /// <summary>What they wrote last while they wait; null for nothing.</summary>
    public string? LastSaid { get; init; }
}
