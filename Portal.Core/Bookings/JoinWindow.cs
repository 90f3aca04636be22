using NodaTime;

namespace Portal.Core.Bookings;

/// <summary>When a meeting can be joined (A10, X6).</summary>
public static class JoinWindow
{
    public static readonly Duration OpensBefore = Duration.FromMinutes(15);

    public static Instant OpensAt(Booking booking) => booking.StartsAt - OpensBefore;

    public static bool IsOver(Booking booking, Instant now) => IsOver(booking.Status, booking.EndsAt, now);

    public static bool IsOver(BookingStatus status, Instant endsAt, Instant now) =>
        status.IsFinal() || (now >= endsAt && status != BookingStatus.InProgress);

    public static bool IsOpenForVisitors(Booking booking, Instant now) =>
        booking.Status != BookingStatus.Pending && now >= OpensAt(booking) && !IsOver(booking, now);

    /// <summary>Staff may join before the window.</summary>
    public static bool IsOpenForStaff(Booking booking, Instant now) => IsOpenForStaff(booking.Status, booking.EndsAt, now);

    /// <inheritdoc cref="IsOpenForStaff(Booking, Instant)"/>
    public static bool IsOpenForStaff(BookingStatus status, Instant endsAt, Instant now) =>
        status != BookingStatus.Pending && !IsOver(status, endsAt, now);
}
