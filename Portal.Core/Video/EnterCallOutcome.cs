using NodaTime;
using Portal.Core.Bookings;

namespace Portal.Core.Video;

public abstract record EnterCallOutcome
{
    private EnterCallOutcome()
    {
    }

    /// <param name="StartedAt">When the call began.</param>
    /// <param name="By">The participant, for what they do next.</param>
    /// <param name="IsRecorded">At the provider, at this moment.</param>
    /// <param name="MayRecord">On their own computer, with a notice everybody sees.</param>
    public sealed record Entered(Instant StartedAt, Guid OrganizationId, Actor By, bool MayRecord, bool IsRecorded) : EnterCallOutcome;

    /// <summary>The meeting is over, or the ticket is of a room everybody has moved on from.</summary>
    public sealed record RoomLeftBehind : EnterCallOutcome;
}
