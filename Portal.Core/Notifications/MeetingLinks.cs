using Portal.Core.Bookings;

namespace Portal.Core.Notifications;

/// <summary>The addresses one mail carries. A visitor's hold tokens of their own, a member's need their sign-in.</summary>
/// <param name="Join">Null when there is nothing to join.</param>
/// <param name="Manage">Null when there is nothing to change.</param>
/// <param name="DeviceCheck">Where a visitor tries camera and sound; null for members, and when there is nothing to join.</param>
/// <param name="Book">Where the same kind of meeting is booked.</param>
public sealed record MeetingLinks(Uri? Join, Uri? Manage, Uri Book, Uri? DeviceCheck = null)
{
    public static MeetingLinks ForVisitor(string baseUrl, Booking booking, string joinToken, string manageToken) => new(
        new Uri($"{baseUrl}/meetings/{joinToken}/waiting"), new Uri($"{baseUrl}/meetings/{manageToken}"), BookingPage(baseUrl, booking),
        new Uri($"{baseUrl}/meetings/{joinToken}/device-check"));

    public static MeetingLinks ForGuest(string baseUrl, Booking booking, string joinToken) => new(
        new Uri($"{baseUrl}/meetings/{joinToken}/waiting"), null, BookingPage(baseUrl, booking), new Uri($"{baseUrl}/meetings/{joinToken}/device-check"));

    public static MeetingLinks ForStaff(string baseUrl, Booking booking) => new(
        new Uri($"{baseUrl}/meetings/{booking.Id}/call"), new Uri($"{baseUrl}/dashboard"), BookingPage(baseUrl, booking));

    public static MeetingLinks ForCalledOff(string baseUrl, Booking booking) => new(null, null, BookingPage(baseUrl, booking));

    private static Uri BookingPage(string baseUrl, Booking booking) =>
        new($"{baseUrl}/book/{booking.Organization!.Slug}/{booking.MeetingType!.Slug}");
}
