namespace Portal.Core.Notifications;

/// <summary>Why a reminder was left unsent on purpose. Stored: never change one that has been released.</summary>
public enum DropReason
{
    /// <summary>Cancelled, declined or over: the meeting will not take place any more.</summary>
    MeetingOff,

    /// <summary>The meeting got another time, which has reminders of its own.</summary>
    MeetingMoved,

    /// <summary>The meeting's start had come before it could be sent.</summary>
    MeetingStarted,

    /// <summary>The next reminder was due before it could be sent.</summary>
    Overtaken,
}
