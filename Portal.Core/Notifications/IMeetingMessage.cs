using NodaTime;

namespace Portal.Core.Notifications;

/// <summary>A message about one meeting, as it was when the message was caused.</summary>
public interface IMeetingMessage
{
    Instant StartsAt { get; }

    Instant EndsAt { get; }

    int Sequence { get; }

    /// <summary>The meeting will not take place: no way in, and the calendar entry is taken back.</summary>
    bool CallsOff => false;

    /// <summary>It changes the reader's calendar: the mail carries an invitation, or takes one back.</summary>
    bool IsInCalendar => true;

    /// <summary>The browser whose code the mail carries: it is made with the mail, and only its hash is kept. Null for any other mail.</summary>
    Guid? NeedsCodeFor => null;

    /// <summary>Placeholder values of its own; <see cref="MeetingWords"/> lists them all.</summary>
    void AddWords(MeetingWords words)
    {
    }
}
