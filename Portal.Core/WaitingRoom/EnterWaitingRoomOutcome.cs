using NodaTime;
using Portal.Core.Bookings;

namespace Portal.Core.WaitingRoom;

public abstract record EnterWaitingRoomOutcome
{
    private EnterWaitingRoomOutcome()
    {
    }

    public sealed record Waiting : EnterWaitingRoomOutcome;

    /// <summary>Let in before, or no waiting room stands between.</summary>
    public sealed record Admitted : EnterWaitingRoomOutcome;

    public sealed record TooEarly(Instant OpensAt) : EnterWaitingRoomOutcome;

    /// <summary>Declined a moment ago, or asked to come back later.</summary>
    public sealed record TooSoon(Instant RetryAt) : EnterWaitingRoomOutcome;

    public sealed record MeetingOver(BookingStatus Status) : EnterWaitingRoomOutcome;
}
