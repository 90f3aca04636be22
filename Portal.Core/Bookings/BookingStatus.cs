namespace Portal.Core.Bookings;

/// <summary>X2 of the requirements; which change is allowed is decided by <see cref="BookingTransitions"/>.</summary>
public enum BookingStatus
{
    Pending,
    Confirmed,
    Waiting,
    InProgress,
    Completed,
    Cancelled,
    Rejected,
    NoShow,
    Expired,
}
