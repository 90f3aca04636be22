using NodaTime;

namespace Portal.Core.Availability.Editing;

/// <param name="At">On the host's clock.</param>
public sealed record ExplainTimeRequest(HostKey Host, Guid MeetingTypeId, LocalDateTime At);
