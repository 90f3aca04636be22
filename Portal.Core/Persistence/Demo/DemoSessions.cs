using NodaTime;
using Portal.Core.Availability;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;

namespace Portal.Core.Persistence;

/// <summary>A public profile with a few sessions in the days after the start, in the evening, when nothing else is.</summary>
internal static class DemoSessions
{
    private static readonly (int Day, int Minutes, long Price)[] Offered = [(2, 45, 49_00), (4, 45, 49_00), (4, 90, 89_00)];

    public static void Add(PortalDbContext db, Organization organization, PortalUser host, Instant now)
    {
        var member = db.Members.Local.Single(member => member.UserId == host.Id);
        member.ProfileSlug = "mara-lindner";
        member.ProfileText = "I have helped teams move their help centres for eight years.\nBring your questions; we look at your own articles and leave with a plan.";
        var type = new MeetingType
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = organization.Id,
            Slug = "session-with-mara-lindner",
            Name = "Session",
            Description = "A longer look at your help centre, in the evening.",
            Length = Duration.FromMinutes(45),
            Increment = Duration.FromMinutes(45),
            HorizonDays = 365,
            Assignment = HostAssignment.OneHost,
            SessionsOnly = true,
            Position = 4,
            Hosts = [new MeetingTypeHost { HostId = host.Id, Position = 0 }],
        };
        db.MeetingTypes.Add(type);

        var today = now.InZone(organization.Zone).Date;
        foreach (var day in Offered.GroupBy(one => one.Day))
        {
            var start = today.PlusDays(day.Key).At(new LocalTime(18, 0)).InZoneLeniently(organization.Zone).ToInstant();
            foreach (var (_, minutes, price) in day)
            {
                var end = start + Duration.FromMinutes(minutes);
                db.SessionSlots.Add(new SessionSlot
                {
                    Id = Guid.CreateVersion7(),
                    OrganizationId = organization.Id,
                    HostId = host.Id,
                    MeetingTypeId = type.Id,
                    StartsAt = start,
                    EndsAt = end,
                    Zone = organization.Zone,
                    PriceInMinorUnits = price,
                    Currency = organization.Currency,
                    CreatedAt = now,
                });
                start = end + Duration.FromMinutes(15);
            }
        }
    }
}
