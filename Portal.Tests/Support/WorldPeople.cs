using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Core.Scheduling;

namespace Portal.Tests.Support;

/// <summary>Organisations, their people and their meeting types, each in a line.</summary>
public static class WorldPeople
{
    /// <summary>A tenant with a slug nobody else has, in Berlin.</summary>
    public static async Task<Organization> AddOrganizationAsync(this World world, bool waitingRoom = true)
    {
        var id = Guid.CreateVersion7();
        var organization = new Organization
        {
            Id = id,
            Slug = $"org-{id:N}",
            Name = "Acme Support",
            Zone = World.Berlin,
            WaitingRoomEnabled = waitingRoom,
        };
        await world.AddAsync(organization);
        return organization;
    }

    public static async Task<PortalUser> AddMemberAsync(this World world, Organization organization, MemberRole role, string name)
    {
        var user = new PortalUser { Id = Guid.CreateVersion7(), DisplayName = name, SecurityStamp = Guid.NewGuid().ToString("N") };
        user.UserName = user.Email = $"{name.ToLowerInvariant()}.{user.Id:N}@acme.test";
        user.NormalizedUserName = user.NormalizedEmail = user.Email.ToUpperInvariant();
        await world.AddAsync(user, new Member { OrganizationId = organization.Id, UserId = user.Id, Role = role });
        return user;
    }

    /// <param name="hours">As <see cref="WeeklyHours.Parse"/> reads them; Monday to Friday 09:00–17:00 unless given.</param>
    public static async Task<PortalUser> AddHostAsync(this World world, Organization organization, string name = "Ada", string? hours = null)
    {
        var host = await world.AddMemberAsync(organization, MemberRole.Host, name);
        await world.AddHoursAsync(organization, host, hours);
        return host;
    }

    /// <summary>The hours a person gives to one more organisation.</summary>
    public static Task AddHoursAsync(this World world, Organization organization, PortalUser host, string? hours = null) =>
        world.AddAsync(new HostSchedule
        {
            OrganizationId = organization.Id,
            HostId = host.Id,
            Zone = World.Berlin,
            Hours = hours is null ? WeeklyHours.BusinessHours : WeeklyHours.Parse(hours),
        });

    /// <summary>A type of 30 minutes without buffers or notice, offered for 14 days; several hosts take turns.</summary>
    public static async Task<MeetingType> AddMeetingTypeAsync(
        this World world, Organization organization, IReadOnlyList<PortalUser> hosts, Action<MeetingType>? change = null)
    {
        var id = Guid.CreateVersion7();
        var type = new MeetingType
        {
            Id = id,
            OrganizationId = organization.Id,
            Slug = $"type-{id:N}",
            Name = "Intro call",
            Length = Duration.FromMinutes(30),
            Increment = Duration.FromMinutes(30),
            HorizonDays = 14,
            Assignment = hosts.Count > 1 ? HostAssignment.RoundRobin : HostAssignment.OneHost,
            Hosts = [.. hosts.Select((host, position) => new MeetingTypeHost { HostId = host.Id, Position = position })],
        };
        change?.Invoke(type);
        await world.AddAsync(type);
        return type;
    }

    public static Actor AsActor(this PortalUser user) => Actor.Staff(user.Id, user.DisplayName);
}
