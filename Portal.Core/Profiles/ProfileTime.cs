using NodaTime;
using Portal.Core.Payments;

namespace Portal.Core.Profiles;

/// <param name="SessionId">The single session it is; null for a time of the usual hours.</param>
/// <param name="Price">Null when it costs nothing.</param>
public sealed record ProfileTime(string MeetingSlug, string MeetingName, Instant Start, Instant End, Guid? SessionId, Money? Price);
