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

    public sealed record MeetingOver(BookingStatus Status) : EnterWaitingRoomOutcome;
}
