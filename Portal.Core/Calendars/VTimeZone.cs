using NodaTime;

namespace Portal.Core.Calendars;

/// <summary>
/// A VTIMEZONE with a block for every stretch of one offset: right for zones that no yearly rule describes, such as
/// Morocco's, and for the years asked for only.
/// </summary>
public sealed record VTimeZone(string TzId, IReadOnlyList<TimeZoneObservance> Observances)
{
    private static readonly LocalDateTime NoKnownStart = new(1970, 1, 1, 0, 0);

    public static VTimeZone FromDateTimeZone(DateTimeZone zone, int firstYear, int lastYear)
    {
        var from = Instant.FromUtc(firstYear, 1, 1, 0, 0);
        var to = Instant.FromUtc(lastYear + 1, 1, 1, 0, 0);
        var stretches = zone.GetZoneIntervals(from, to).ToList();

        // tzdb counts Ireland's and Morocco's winter as negative savings; calendars expect summer to be the exception
        var standard = stretches.Min(stretch => stretch.WallOffset);
        return new VTimeZone(zone.Id, [.. stretches.Select(stretch =>
        {
            var before = stretch.HasStart ? zone.GetUtcOffset(stretch.Start - Duration.Epsilon) : stretch.WallOffset;
            var start = stretch.HasStart ? stretch.Start.WithOffset(before).LocalDateTime : NoKnownStart;
            return new TimeZoneObservance(stretch.WallOffset > standard, start, before, stretch.WallOffset, stretch.Name);
        })]);
    }
}
