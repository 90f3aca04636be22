using NodaTime;

namespace Portal.Core.Availability;

/// <summary>A meeting to come or held, as far as limits count it. Seats of one group meeting are one meeting.</summary>
internal readonly record struct CountedMeeting(Guid BookingId, Guid HostId, Guid MeetingTypeId, Instant StartsAt);
