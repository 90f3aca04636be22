using NodaTime;

namespace Portal.Core.Notifications;

/// <summary>A meeting is near. Its reader has it in the calendar already: the mail carries no invitation.</summary>
public sealed record MeetingReminder(Instant StartsAt, Instant EndsAt, int Sequence) : IMessage, IMeetingMessage
{
    public static string Kind => "meeting_reminder";

    public bool IsInCalendar => false;
}
