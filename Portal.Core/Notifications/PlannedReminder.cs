using NodaTime;

namespace Portal.Core.Notifications;

/// <summary>Somebody to be reminded of a meeting, as it stands.</summary>
/// <param name="ToldAt">When they last heard of the meeting's time; null when they were never written to.</param>
public sealed record PlannedReminder(
    Guid OrganizationId, Guid BookingId, Guid ParticipantId, Instant StartsAt, Instant EndsAt, int Sequence, Instant BookedAt, Instant? ToldAt)
{
    /// <summary>A reminder that was due before its reader knew of the time would come on the heels of the invitation.</summary>
    public bool WantsReminder(Duration before) => StartsAt - before > (ToldAt ?? BookedAt);
}
