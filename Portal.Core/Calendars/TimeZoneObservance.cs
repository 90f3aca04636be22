using NodaTime;

namespace Portal.Core.Calendars;

/// <summary>A STANDARD or DAYLIGHT block: one stretch of one offset.</summary>
/// <param name="Start">The wall time at which it begins, still told by the clock before (RFC 5545, 3.6.5).</param>
public sealed record TimeZoneObservance(bool IsDaylight, LocalDateTime Start, Offset OffsetFrom, Offset OffsetTo, string Name);
