namespace Portal.Core.Organizations;

public sealed record ChangeCallSettingsRequest(CurrentMember By, CallSettings Settings);
