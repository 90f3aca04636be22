using NodaTime;
using Portal.Core.Bookings;

namespace Portal.Core.Notifications;

/// <summary>Somebody uses the visitor's link on another device. The code stands in no table: it is made while the mail is.</summary>
/// <param name="BrowserId">The browser that is to show it.</param>
public sealed record DeviceCode(Instant StartsAt, Instant EndsAt, int Sequence, Guid BrowserId) : IMessage, IMeetingMessage
{
    public static string Kind => "device_code";

    public bool IsInCalendar => false;

    public Guid? NeedsCodeFor => BrowserId;

    internal static DeviceCode Of(Booking booking, Guid browserId) => new(booking.StartsAt, booking.EndsAt, booking.Sequence, browserId);
}
