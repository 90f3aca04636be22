namespace Portal.Core.Availability;

/// <summary>What does not stand in somebody's own way: the booking they are moving, the times their browser holds.</summary>
public sealed record OwnTime(Guid? BookingId = null, Holder? Holder = null)
{
    public static OwnTime None { get; } = new();

    internal bool Covers(TakenSeat seat) =>
        (BookingId is not null && seat.BookingId == BookingId) || (Holder is not null && seat.Holder == Holder);
}
