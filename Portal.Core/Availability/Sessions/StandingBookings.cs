using Portal.Core.Bookings;

namespace Portal.Core.Availability.Sessions;

internal static class StandingBookings
{
    /// <summary>Those that were not given up: their session is not on offer.</summary>
    public static IQueryable<Booking> Standing(this IQueryable<Booking> bookings) => bookings.Where(booking =>
        booking.Status != BookingStatus.Cancelled && booking.Status != BookingStatus.Rejected && booking.Status != BookingStatus.Expired);
}
