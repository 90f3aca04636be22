using NodaTime;

namespace Portal.Core.Notifications;

/// <summary>A meeting will not take place.</summary>
public sealed record MeetingCancelled(Instant StartsAt, Instant EndsAt, int Sequence, string CancelledBy, string? Reason) : IMessage, IMeetingMessage
{
    public static string Kind => "meeting_cancelled";

    public bool CallsOff => true;

    public void AddWords(MeetingWords words)
    {
        words.Set("CancelledBy", CancelledBy);
        words.Set("Reason", Reason);
    }
}
