using NodaTime;

namespace Portal.Core.Availability;

/// <param name="Organization">The slug in the address.</param>
/// <param name="MeetingType">The slug in the address.</param>
/// <param name="Length">One of the type's lengths; the usual one for null or any other.</param>
/// <param name="LinkKey">What the private link of a type that is not listed carries.</param>
/// <param name="Holder">Whose own holds do not count as taken; null for a browser that holds nothing.</param>
public sealed record FindOpenSlotsRequest(
    string Organization, string MeetingType, Duration? Length = null, string? LinkKey = null, Holder? Holder = null)
{
    /// <summary>A start that is asked for by name: when it is not open, the answer says why.</summary>
    public Instant? Asked { get; init; }
}
