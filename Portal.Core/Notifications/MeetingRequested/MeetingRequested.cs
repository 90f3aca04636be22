using NodaTime;

namespace Portal.Core.Notifications;

/// <summary>A visitor asked for a meeting that somebody has to approve.</summary>
public sealed record MeetingRequested(Instant StartsAt, Instant EndsAt, int Sequence) : IMessage, IMeetingMessage
{
    public static string Kind => "meeting_requested";

    public bool IsInCalendar => false;
}
