using NodaTime;

namespace Portal.Core.Availability;

/// <summary>A claim as it was read, with the seats taken in it.</summary>
internal sealed record TakenTime(
    Guid ClaimId,
    Guid HostId,
    Guid MeetingTypeId,
    Instant StartsAt,
    Instant EndsAt,
    Instant MeetingStartsAt,
    Instant MeetingEndsAt,
    int Capacity,
    IReadOnlyList<TakenSeat> Seats)
{
    /// <summary>A group that others can join at the same start, for as long as it has seats.</summary>
    public bool IsGroup => Capacity > 1;
}

internal sealed record TakenSeat(int Number, Guid? BookingId, Holder? Holder, Instant? HeldUntil)
{
    public bool IsLapsed(Instant now) => HeldUntil <= now;
}
