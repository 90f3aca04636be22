namespace Portal.Core.Bookings;

/// <summary>One page of the list.</summary>
/// <param name="Older">Where the next page goes on; null on the last.</param>
/// <param name="Newer">Where the page before ends; null on the first.</param>
public sealed record BookingList(IReadOnlyList<BookingRow> Rows, BookingCursor? Older, BookingCursor? Newer);
