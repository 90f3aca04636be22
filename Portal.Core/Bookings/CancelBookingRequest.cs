namespace Portal.Core.Bookings;

/// <param name="OrganizationId">The organisation the actor acts in; a booking of another is not found.</param>
/// <param name="Reason">Told to the others; null or blank for none.</param>
public sealed record CancelBookingRequest(Guid OrganizationId, Guid BookingId, string? Reason, Actor By);
