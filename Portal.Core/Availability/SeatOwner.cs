using NodaTime;

namespace Portal.Core.Availability;

/// <summary>Whom a seat is taken for: a booking, or a browser for a while.</summary>
/// <param name="Replaces">What the owner gave back within the same transaction.</param>
public sealed record SeatOwner(Guid? BookingId, Holder? Holder, Instant? HeldUntil, OwnTime Replaces)
{
    public static SeatOwner Booking(Guid bookingId, OwnTime replaces) => new(bookingId, null, null, replaces);

    public static SeatOwner Hold(Holder holder, Instant until) => new(null, holder, until, new OwnTime(Holder: holder));

    internal ClaimSeat Seat(Guid claimId, int number) => new()
    {
        ClaimId = claimId,
        Number = number,
        BookingId = BookingId,
        HolderKey = Holder?.Key,
        HeldUntil = HeldUntil,
    };
}
