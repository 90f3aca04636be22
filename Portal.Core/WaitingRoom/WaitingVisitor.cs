using NodaTime;

namespace Portal.Core.WaitingRoom;

/// <summary>One row of the hosts' panel.</summary>
public sealed record WaitingVisitor(
    Guid ParticipantId,
    Guid BookingId,
    string Name,
    Instant WaitingSince,
    string MeetingName,
    Guid HostId,
    string HostName,
    Instant StartsAt,
    string? Article,
    string Notes);
