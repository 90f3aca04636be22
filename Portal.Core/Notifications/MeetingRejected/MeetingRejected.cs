using NodaTime;

namespace Portal.Core.Notifications;

/// <summary>A meeting that was asked for will not take place: it was not approved.</summary>
/// <param name="Reason">In the words of whoever refused; null when none were given.</param>
public sealed record MeetingRejected(Instant StartsAt, Instant EndsAt, int Sequence, string? Reason) : IMessage, IMeetingMessage
{
    public static string Kind => "meeting_rejected";

    public bool CallsOff => true;

    public bool IsInCalendar => false;

    public void AddWords(MeetingWords words) => words.Set("Reason", Reason);
}
