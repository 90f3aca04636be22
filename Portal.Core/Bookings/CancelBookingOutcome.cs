using NodaTime;

namespace Portal.Core.Bookings;

public abstract record CancelBookingOutcome
{
    private CancelBookingOutcome()
    {
    }

    public sealed record Cancelled : CancelBookingOutcome;

    /// <summary>Over, running, or cancelled by somebody else before; nothing was changed.</summary>
    public sealed record NotCancellable(BookingStatus Status) : CancelBookingOutcome;

    /// <summary>The type lets visitors cancel only until a while before the start.</summary>
    public sealed record TooLateToCancel(Instant Until) : CancelBookingOutcome;

    /// <summary>The type asks visitors for a reason.</summary>
    public sealed record ReasonMissing : CancelBookingOutcome;

    public sealed record BookingNotFound : CancelBookingOutcome;
}
