using NodaTime;
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

    /// <summary>Staff asked for a time that is not offered, though its hosts are free: ask again with <see cref="RescheduleBookingRequest.OutsideOffer"/>.</summary>
    public sealed record OutsideOffer(IReadOnlyList<Reason> Reasons) : RescheduleBookingOutcome;

    /// <summary>Begun, over or cancelled: it stays where it is.</summary>
    public sealed record NotMovable(BookingStatus Status) : RescheduleBookingOutcome;

    /// <summary>The type lets visitors move only until a while before the start.</summary>
    public sealed record TooLateToMove(Instant Until) : RescheduleBookingOutcome;

    /// <summary>The visitor moved it as often as the type allows.</summary>
    public sealed record NoMovesLeft(int Most) : RescheduleBookingOutcome;

    /// <summary>The type asks visitors for a reason.</summary>
    public sealed record ReasonMissing : RescheduleBookingOutcome;

    public sealed record BookingNotFound : RescheduleBookingOutcome;
}
