using NodaTime;
using Portal.Core.Organizations;

namespace Portal.Core.MeetingTypes;

/// <summary>What a new organisation starts with, to be changed by its admins.</summary>
internal static class FirstMeetingType
{
    public static MeetingType Of(Organization organization, Guid hostId) => new()
    {
        Id = Guid.CreateVersion7(),
        OrganizationId = organization.Id,
        Slug = "intro-call",
        Name = "Intro call",
        Description = "A short video call.",
        Length = Duration.FromMinutes(30),
        Increment = Duration.FromMinutes(30),
        MinimumNotice = Duration.FromHours(1),
        HorizonDays = 60,
        Assignment = HostAssignment.OneHost,
        Hosts = [new MeetingTypeHost { HostId = hostId, Position = 0 }],
    };
}
