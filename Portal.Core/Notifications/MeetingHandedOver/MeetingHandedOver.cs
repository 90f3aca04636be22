using NodaTime;

namespace Portal.Core.Notifications;

/// <summary>To the host a meeting was taken over from: it is no longer in their calendar.</summary>
public sealed record MeetingHandedOver(Instant StartsAt, Instant EndsAt, int Sequence, string NewHost) : IMessage, IMeetingMessage
{
    public static string Kind => "meeting_handed_over";

    public bool CallsOff => true;

    public void AddWords(MeetingWords words) => words.Set("NewHost", NewHost);
}
