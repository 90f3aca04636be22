using NodaTime;

namespace Portal.Core.Availability;

/// <param name="Length">One of the type's lengths; the usual one for null.</param>
/// <param name="Holder">Whose browser it is held for.</param>
public sealed record HoldSlotRequest(
    string Organization, string MeetingType, Instant Start, Duration? Length, string? LinkKey, Holder Holder);
