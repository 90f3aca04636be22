namespace Portal.Core.Availability;

/// <summary>Equal to an earlier one if and only if nothing changed since in the meeting type or its hosts' time.</summary>
internal readonly record struct AvailabilityStamp(Guid MeetingTypeId, int TypeVersion, int HostCount, long CalendarVersions);
