namespace Portal.Core.Bookings;

public abstract record CancelBookingOutcome
{
    private CancelBookingOutcome()
    {
    }

    public sealed record Cancelled : CancelBookingOutcome;

    /// <summary>Over, running, or cancelled by somebody else before; nothing was changed.</summary>
    public sealed record NotCancellable(BookingStatus Status) : CancelBookingOutcome;

    public sealed record BookingNotFound : CancelBookingOutcome;
}
