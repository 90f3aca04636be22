using NodaTime;

namespace Portal.Core.Notifications;

/// <summary>A meeting was confirmed.</summary>
/// <param name="Sequence">Of the invitation at that moment; goes into its ICS part.</param>
public sealed record MeetingInvitation(Instant StartsAt, Instant EndsAt, int Sequence) : IMessage, IMeetingMessage
{
    public static string Kind => "meeting_invitation";
}
