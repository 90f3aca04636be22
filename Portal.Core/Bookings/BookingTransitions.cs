namespace Portal.Core.Bookings;

/// <summary>The status machine of a booking as a table: which status may follow which.</summary>
public static class BookingTransitions
{
    private static readonly Dictionary<BookingStatus, BookingStatus[]> Next = new()
    {
        [BookingStatus.Pending] = [BookingStatus.Confirmed, BookingStatus.Rejected, BookingStatus.Cancelled, BookingStatus.Expired],
        [BookingStatus.Confirmed] = [BookingStatus.Waiting, BookingStatus.InProgress, BookingStatus.Cancelled, BookingStatus.NoShow],
        // back to confirmed when everybody who waited has left or was turned away
        [BookingStatus.Waiting] = [BookingStatus.Confirmed, BookingStatus.InProgress, BookingStatus.Cancelled, BookingStatus.NoShow],
        // a meeting only one side came to was started, yet nobody met: back to confirmed while there is time, a no-show after
        [BookingStatus.InProgress] = [BookingStatus.Completed, BookingStatus.NoShow, BookingStatus.Confirmed],
    };

    public static bool CanBecome(this BookingStatus from, BookingStatus to) =>
        Next.TryGetValue(from, out var following) && following.Contains(to);

    /// <summary>True when nothing follows: the meeting is over, one way or another.</summary>
    public static bool IsFinal(this BookingStatus status) => !Next.ContainsKey(status);

    /// <summary>True while the booking keeps the host's time to itself.</summary>
    public static bool TakesTime(this BookingStatus status) => !status.IsFinal();
}
