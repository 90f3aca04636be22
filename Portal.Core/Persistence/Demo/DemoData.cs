using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Core.Scheduling;

namespace Portal.Core.Persistence;

/// <summary>
/// The demo world: two organisations with people, meeting types and two weeks of bookings around the moment of start.
/// Development, the tests and the pictures in the documentation all live in it.
/// </summary>
public sealed class DemoData(PortalDbContext db, IPasswordHasher<PortalUser> passwords, ILookupNormalizer normalizer, IClock clock)
{
    public const string Acme = "acme";
    public const string Globex = "globex";

    /// <summary>Hosts the intro calls of acme.</summary>
    public const string IntroHost = "mara@acme.test";

    /// <summary>Hosts onboarding only.</summary>
    public const string SecondHost = "jonas@acme.test";

    public static IReadOnlyList<DemoPerson> People { get; } =
    [
        new(Acme, MemberRole.Owner, "Ada Brandt", "ada@acme.test"),
        new(Acme, MemberRole.Admin, "Emil Sommer", "emil@acme.test"),
        new(Acme, MemberRole.Host, "Mara Lindner", IntroHost),
        new(Acme, MemberRole.Host, "Jonas Weber", SecondHost),
        new(Acme, MemberRole.Agent, "Tilda Krause", "tilda@acme.test"),
        new(Globex, MemberRole.Owner, "Grace Okafor", "grace@globex.test"),
        new(Globex, MemberRole.Admin, "Henry Walsh", "henry@globex.test"),
        new(Globex, MemberRole.Host, "Isabel Moreno", "isabel@globex.test"),
        new(Globex, MemberRole.Host, "Samuel Reed", "samuel@globex.test"),
        new(Globex, MemberRole.Agent, "Priya Nair", "priya@globex.test"),
    ];

    /// <summary>Creates the world in an empty database; later starts only keep the intro call bookable at any hour.</summary>
    /// <param name="password">Of every demo person.</param>
    public async Task EnsureAsync(string password, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        if (!await db.Organizations.AnyAsync(ct))
            await CreateAsync(password, now, ct);
        await KeepIntroCallOpenAsync(now, ct);
    }

    private async Task CreateAsync(string password, Instant now, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var acme = AddOrganization(Acme, "Acme Support", "Europe/Berlin", waitingRoom: true);
        var globex = AddOrganization(Globex, "Globex Care", "America/New_York", waitingRoom: false);
        var users = People.ToDictionary(person => person.Email, person => AddPerson(person, person.Organization == Acme ? acme : globex, password));

        var (mara, jonas) = (users[IntroHost], users[SecondHost]);
        var intro = AddType(acme, "intro-call", "Intro call", 30, 15, HostAssignment.OneHost, 0, mara);
        intro.Description = "Thirty minutes on video with somebody who knows the product. Bring your question and your screen.";
        var onboarding = AddType(acme, "onboarding", "Onboarding", 60, 30, HostAssignment.RoundRobin, 1, mara, jonas);
        onboarding.Description = "We set your account up together, step by step, and you leave with a working help centre.";
        onboarding.MinimumNotice = Duration.FromHours(4);
        DemoTypes.MakeWorkshop(AddType(acme, "workshop", "Workshop", 90, 90, HostAssignment.OneHost, 2, jonas));
        DemoTypes.MakeContractReview(AddType(acme, "contract-review", "Contract review", 45, 45, HostAssignment.Collective, 3, mara, jonas));
        var consultation = AddType(globex, "consultation", "Consultation", 30, 30, HostAssignment.RoundRobin, 0, users["isabel@globex.test"], users["samuel@globex.test"]);
        consultation.Description = "Talk to a care specialist about your plan.";
        consultation.MinimumNotice = Duration.FromHours(1);
        consultation.BufferAfter = Duration.FromMinutes(15);
        await db.SaveChangesAsync(ct);

        DemoSessions.Add(db, acme, mara, now);
        DemoBookings.Add(db, acme, intro, onboarding, mara, jonas, now);
        DemoBookings.AddForGlobex(db, globex, consultation, users["isabel@globex.test"], now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private Organization AddOrganization(string slug, string name, string zone, bool waitingRoom)
    {
        var organization = new Organization
        {
            Id = Guid.CreateVersion7(),
            Slug = slug,
            Name = name,
            Zone = DateTimeZoneProviders.Tzdb[zone],
            WaitingRoomEnabled = waitingRoom,
        };
        db.Organizations.Add(organization);
        return organization;
    }

    private PortalUser AddPerson(DemoPerson person, Organization organization, string password)
    {
        var user = new PortalUser
        {
            Id = Guid.CreateVersion7(),
            DisplayName = person.Name,
            UserName = person.Email,
            NormalizedUserName = normalizer.NormalizeName(person.Email),
            Email = person.Email,
            NormalizedEmail = normalizer.NormalizeEmail(person.Email),
            EmailConfirmed = true,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        user.PasswordHash = passwords.HashPassword(user, password);
        db.Users.Add(user);
        db.Members.Add(new Member { OrganizationId = organization.Id, UserId = user.Id, Role = person.Role });
        if (person.Role == MemberRole.Host)
            db.HostSchedules.Add(new HostSchedule
            {
                OrganizationId = organization.Id,
                HostId = user.Id,
                Zone = organization.Zone,
                Hours = WeeklyHours.BusinessHours,
            });
        return user;
    }

    private MeetingType AddType(
        Organization organization, string slug, string name, int minutes, int increment, HostAssignment assignment, int position, params PortalUser[] hosts)
    {
        var type = new MeetingType
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = organization.Id,
            Slug = slug,
            Name = name,
            Length = Duration.FromMinutes(minutes),
            Increment = Duration.FromMinutes(increment),
            HorizonDays = 60,
            Assignment = assignment,
            Position = position,
            Hosts = [.. hosts.Select((host, index) => new MeetingTypeHost { HostId = host.Id, Position = index })],
        };
        db.MeetingTypes.Add(type);
        return type;
    }

    // whoever tries the demo at night or on a Sunday still finds a time that can be joined a quarter of an hour later
    private async Task KeepIntroCallOpenAsync(Instant now, CancellationToken ct)
    {
        var schedule = await (
            from row in db.HostSchedules
            join user in db.Users on row.HostId equals user.Id
            where user.Email == IntroHost
            select row).SingleOrDefaultAsync(ct);
        if (schedule is null)
            return;
        schedule.Hours = DemoHours.BusinessHoursAnd(now, schedule.Zone);
        await db.SaveChangesAsync(ct);
    }
}
