using NodaTime;

namespace Portal.Core.Bookings;

/// <param name="OrganizationId">The organisation the actor acts in; a booking of another is not found.</param>
/// <param name="VisitorZone">The zone the new time was chosen in; null keeps the visitor's.</param>
public sealed record RescheduleBookingRequest(Guid OrganizationId, Guid BookingId, Instant NewStart, DateTimeZone? VisitorZone, Actor By)
{
    /// <summary>Null keeps the length it has.</summary>
    public Duration? NewLength { get; init; }

    /// <summary>Asked of visitors where the type wants one; kept in the history.</summary>
    public string? Reason { get; init; }

    /// <summary>Staff have seen that the time is outside of what is offered, and want it all the same.</summary>
    public bool OutsideOffer { get; init; }
}
