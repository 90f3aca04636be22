namespace Portal.Core.Availability.Editing;

/// <param name="Unsaved">Instead of the week that is saved; null for that one.</param>
public sealed record PreviewAvailabilityRequest(HostKey Host, Guid MeetingTypeId, UsualWeek? Unsaved = null);
