using NodaTime;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability.Editing;

/// <param name="DraftZone">Instead of the one saved; null for that.</param>
/// <param name="DraftHours">Instead of those saved; null for those. Exceptions and limits are always the saved ones.</param>
public sealed record PreviewAvailabilityRequest(
    HostKey Host, Guid MeetingTypeId, DateTimeZone? DraftZone = null, WeeklyHours? DraftHours = null);
