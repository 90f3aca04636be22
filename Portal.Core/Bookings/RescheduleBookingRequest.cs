using NodaTime;

namespace Portal.Core.Bookings;

/// <param name="OrganizationId">The organisation the actor acts in; a booking of another is not found.</param>
/// <param name="VisitorZone">The zone the new time was chosen in; null keeps the visitor's.</param>
public sealed record RescheduleBookingRequest(Guid OrganizationId, Guid BookingId, Instant NewStart, DateTimeZone? VisitorZone, Actor By);
