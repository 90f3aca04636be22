using NodaTime;

namespace Portal.Core.Notifications;

/// <summary>A colleague holds the meeting from now on; to its visitors, and to the colleague.</summary>
/// <param name="VisitorWaits">Somebody is at the door at this moment.</param>
public sealed record MeetingReassigned(Instant StartsAt, Instant EndsAt, int Sequence, string? PreviousHost, bool VisitorWaits)
    : IMessage, IMeetingMessage
{
    public static string Kind => "meeting_reassigned";

    public void AddWords(MeetingWords words)
    {
        words.Set("PreviousHost", PreviousHost);
        words.Set("AtTheDoor", VisitorWaits ? "Somebody is waiting to be let in now." : null);
    }
}
