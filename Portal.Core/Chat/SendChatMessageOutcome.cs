namespace Portal.Core.Chat;

public abstract record SendChatMessageOutcome
{
    private SendChatMessageOutcome()
    {
    }

    public sealed record Sent(ChatLine Line) : SendChatMessageOutcome;

    public sealed record Empty : SendChatMessageOutcome;

    /// <summary>More than <see cref="ChatMessage.LongestText"/> characters.</summary>
    public sealed record TooLong : SendChatMessageOutcome;
}
