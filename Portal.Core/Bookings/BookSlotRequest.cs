using NodaTime;

namespace Portal.Core.Bookings;

/// <param name="Start">The start the visitor chose among those offered.</param>
/// <param name="VisitorZone">The zone the visitor saw it in.</param>
/// <param name="Article">The help-centre article the visitor came from, if any.</param>
public sealed record BookSlotRequest(
    string Organization,
    string MeetingType,
    Instant Start,
    DateTimeZone VisitorZone,
    string Name,
    string Email,
    string Notes,
    string? Article);
