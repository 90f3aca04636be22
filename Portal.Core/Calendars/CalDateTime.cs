using NodaTime;

namespace Portal.Core.Calendars;

/// <summary>A DATE-TIME: a wall time in a zone, or UTC.</summary>
/// <param name="TzId">Null for UTC.</param>
public sealed record CalDateTime(LocalDateTime Value, string? TzId)
{
    public static CalDateTime Utc(Instant instant) => new(instant.InUtc().LocalDateTime, null);

    public static CalDateTime In(DateTimeZone zone, Instant instant) => new(instant.InZone(zone).LocalDateTime, zone.Id);
}
