namespace Portal.Core.Bookings;

public abstract record DecideBookingOutcome
{
    private DecideBookingOutcome()
    {
    }

    public sealed record Decided : DecideBookingOutcome;

    /// <summary>Somebody else decided before, or it was cancelled; nothing was changed.</summary>
    public sealed record NotPending(BookingStatus Status) : DecideBookingOutcome;

    /// <summary>Neither a host of it nor an admin.</summary>
    public sealed record NotYours : DecideBookingOutcome;

    public sealed record BookingNotFound : DecideBookingOutcome;
}
