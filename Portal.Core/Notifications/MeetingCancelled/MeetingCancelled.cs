using NodaTime;

namespace Portal.Core.Notifications;

/// <summary>A meeting will not take place.</summary>
/// <param name="MissingHost">Who should have come and did not, so that the visitor called it off; null when that is not why.</param>
public sealed record MeetingCancelled(Instant StartsAt, Instant EndsAt, int Sequence, string CancelledBy, string? Reason, string? MissingHost = null)
    : IMessage, IMeetingMessage
{
    public static string Kind => "meeting_cancelled";

    public bool CallsOff => true;

    public void AddWords(MeetingWords words)
    {
        words.Set("CancelledBy", CancelledBy);
        words.Set("Reason", Reason);
        words.Set("MissingHost", MissingHost);
    }
}
