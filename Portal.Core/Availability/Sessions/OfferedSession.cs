using NodaTime;
using Portal.Core.Payments;

namespace Portal.Core.Availability.Sessions;

/// <summary>A single time on offer.</summary>
/// <param name="Zone">The one its date and times were given in.</param>
public sealed record OfferedSession(Guid Id, string MeetingName, Instant StartsAt, Instant EndsAt, DateTimeZone Zone, Money Price);
