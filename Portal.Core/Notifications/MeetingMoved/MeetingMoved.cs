using NodaTime;

namespace Portal.Core.Notifications;

/// <summary>A confirmed meeting got another time.</summary>
public sealed record MeetingMoved(Instant StartsAt, Instant EndsAt, Instant PreviousStart, int Sequence, string MovedBy) : IMessage, IMeetingMessage
{
    public static string Kind => "meeting_moved";

    public void AddWords(MeetingWords words)
    {
        words.Set("Before", words.Moment(PreviousStart));
        words.Set("MovedBy", MovedBy);
    }
}
