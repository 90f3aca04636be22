using NodaTime;

namespace Portal.Core.Notifications;

/// <summary>A meeting will not take place.</summary>
public sealed record MeetingCancelled(Instant StartsAt, Instant EndsAt, int Sequence, string CancelledBy, string? Reason) : IMessage
{
    public static string Kind => "meeting_cancelled";
}
