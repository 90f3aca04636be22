using NodaTime;

namespace Portal.Core.Availability.Editing;

/// <param name="At">On the host's clock.</param>
/// <param name="Unsaved">Instead of the week that is saved; null for that one.</param>
public sealed record ExplainTimeRequest(HostKey Host, Guid MeetingTypeId, LocalDateTime At, UsualWeek? Unsaved = null);
