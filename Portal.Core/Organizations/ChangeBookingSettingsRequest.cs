namespace Portal.Core.Organizations;

public sealed record ChangeBookingSettingsRequest(CurrentMember By, BookingSettings Settings);
