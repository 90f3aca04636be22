using NodaTime;

namespace Portal.Core.Video;

public abstract record EnterCallOutcome
{
    private EnterCallOutcome()
    {
    }

    /// <param name="StartedAt">When the call began.</param>
    public sealed record Entered(Instant StartedAt) : EnterCallOutcome;

    /// <summary>The meeting is over, or the ticket is of a room everybody has moved on from.</summary>
    public sealed record RoomLeftBehind : EnterCallOutcome;
}
