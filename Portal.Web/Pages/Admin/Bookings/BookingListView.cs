using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Time;

namespace Portal.Web.Pages.Admin.Bookings;

/// <summary>What <c>_Rows</c> shows.</summary>
/// <param name="BookingAddress">The organisation's booking page, to be shared while nothing is booked.</param>
public sealed record BookingListView(BookingList Page, BookingFilter Filter, Instant Now, DateTimeZone Zone, string BookingAddress)
{
    public string ZoneName => MeetingTime.ZoneName(Zone);

    /// <summary>In words because the year matters once it is another.</summary>
    public string DayOf(BookingRow row) => MeetingTime.Day(row.StartsAt.InZone(Zone).Date, Now.InZone(Zone).Date);

    public string HoursOf(BookingRow row) =>
        $"{MeetingTime.Clock(row.StartsAt.InZone(Zone).TimeOfDay)}–{MeetingTime.Clock(row.EndsAt.InZone(Zone).TimeOfDay)}";
}
