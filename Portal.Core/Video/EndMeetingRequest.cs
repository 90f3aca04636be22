using Portal.Core.Bookings;

namespace Portal.Core.Video;

/// <param name="OrganizationId">The organisation the member acts in; a booking of another is not found.</param>
public sealed record EndMeetingRequest(Guid OrganizationId, Guid BookingId, Actor By);
