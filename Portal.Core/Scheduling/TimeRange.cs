using System.Globalization;
using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>
/// Hours on one date, in wall time of the host's zone. <paramref name="To"/> at or before <paramref name="From"/> lies on
/// the following day, so <c>00:00</c> means until midnight.
/// </summary>
public readonly record struct TimeRange(LocalTime From, LocalTime To)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:HH:mm}–{To:HH:mm}");
}
