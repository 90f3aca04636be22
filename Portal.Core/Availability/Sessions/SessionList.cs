using NodaTime;
using Portal.Core.Availability.Editing;
using Portal.Core.Payments;

namespace Portal.Core.Availability.Sessions;

/// <param name="Zone">The host's.</param>
/// <param name="Sessions">Those that have not ended, by start.</param>
/// <param name="Types">What a further one can be held under.</param>
public sealed record SessionList(
    DateTimeZone Zone, Instant Now, Money LowestPrice, Money HighestPrice, IReadOnlyList<ListedSession> Sessions, IReadOnlyList<HostMeetingType> Types);

/// <param name="Visitor">Who has booked it; null for nobody.</param>
public sealed record ListedSession(OfferedSession Session, SessionState State, string? Visitor);

public enum SessionState
{
    Free,
    Booked,

    /// <summary>Not booked itself, but another meeting of the host stands in its way.</summary>
    Blocked,
}
