using NodaTime;

namespace Portal.Core.Notifications;

/// <summary>A meeting begins this minute, and its reader is asked to come.</summary>
/// <param name="Text">A few words of whoever invites; null for none.</param>
public sealed record InstantInvitation(Instant StartsAt, Instant EndsAt, int Sequence, string InvitedBy, string? Text) : IMessage, IMeetingMessage
{
    public static string Kind => "instant_invitation";

    public void AddWords(MeetingWords words)
    {
        words.Set("InvitedBy", InvitedBy);
        words.Set("Message", string.IsNullOrWhiteSpace(Text) ? null : Text.Trim());
    }
}
