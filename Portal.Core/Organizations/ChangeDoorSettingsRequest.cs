namespace Portal.Core.Organizations;

public sealed record ChangeDoorSettingsRequest(CurrentMember By, DoorSettings Settings);
