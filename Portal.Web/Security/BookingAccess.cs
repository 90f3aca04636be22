using Portal.Core.Bookings;

namespace Portal.Web.Security;

public static class BookingAccess
{
    private static readonly object Key = new();

    /// <summary>The booking the address names, which <see cref="OwnBookingFilter"/> found to be the member's own organisation's.</summary>
    /// <exception cref="InvalidOperationException">The page lies outside the folders that have the filter, or its address names no booking.</exception>
    public static BookingDetails Booking(this HttpContext http) =>
        http.Items[Key] as BookingDetails
        ?? throw new InvalidOperationException($"{http.Request.Path} asks for a booking nobody has looked up.");

    internal static void SetBooking(this HttpContext http, BookingDetails booking) => http.Items[Key] = booking;
}
