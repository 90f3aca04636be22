using Portal.Core.Organizations;

namespace Portal.Core.Bookings;

/// <param name="By">A host of the booking, or an admin.</param>
/// <param name="Reason">Told to the visitor when it is refused; null or blank for none.</param>
public sealed record DecideBookingRequest(CurrentMember By, Guid BookingId, string? Reason = null);
