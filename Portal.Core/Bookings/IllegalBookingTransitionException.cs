namespace Portal.Core.Bookings;

/// <summary>
/// A booking was asked to take a status its present one does not lead to. Use cases ask
/// <see cref="BookingTransitions.CanBecome"/> first and answer with an outcome; this is for the ones that forgot.
/// </summary>
public sealed class IllegalBookingTransitionException(BookingStatus from, BookingStatus to)
    : InvalidOperationException($"A booking that is {from} cannot become {to}.")
{
    public BookingStatus From { get; } = from;

    public BookingStatus To { get; } = to;
}
