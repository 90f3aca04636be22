namespace Portal.Core.Availability;

public sealed record FindOpenSlotsRequest(string Organization, string MeetingType);
