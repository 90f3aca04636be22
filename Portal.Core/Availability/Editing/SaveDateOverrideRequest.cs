using System.Collections.Immutable;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability.Editing;

/// <param name="Hours">Empty for closed.</param>
/// <param name="Before">The override the editor saw; null when the date had none.</param>
public sealed record SaveDateOverrideRequest(
    HostKey Host, LocalDate Date, ImmutableArray<TimeRange> Hours, string? Note, ImmutableArray<TimeRange>? Before, Actor By);
