using NodaTime;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability.Editing;

/// <summary>What a meeting type offers with one host in the days to come.</summary>
/// <param name="Increment">Between two starts.</param>
/// <param name="Zone">The host's.</param>
/// <param name="Today">The first of <see cref="PreviewAvailability.Days"/> days, in that zone.</param>
/// <param name="Hours">The week it was computed from.</param>
/// <param name="Starts">Every time offered, in order.</param>
public sealed record AvailabilityPreview(
    Guid MeetingTypeId, Duration Increment, DateTimeZone Zone, Instant Now, LocalDate Today, WeeklyHours Hours, IReadOnlyList<Instant> Starts);
