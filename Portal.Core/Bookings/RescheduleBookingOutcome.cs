using Portal.Core.Availability;
using Portal.Core.Scheduling;

namespace Portal.Core.Bookings;

public abstract record RescheduleBookingOutcome
{
    private RescheduleBookingOutcome()
    {
    }

    public sealed record Moved : RescheduleBookingOutcome;

    public sealed record SlotTaken(IReadOnlyList<OpenSlot> Nearest, OpenTimes Open) : RescheduleBookingOutcome;

    /// <summary>Begun, over or cancelled: it stays where it is.</summary>
    public sealed record NotMovable(BookingStatus Status) : RescheduleBookingOutcome;

    public sealed record BookingNotFound : RescheduleBookingOutcome;
}
