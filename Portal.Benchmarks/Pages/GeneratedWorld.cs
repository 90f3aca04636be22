using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;

namespace Portal.Benchmarks.Pages;

/// <summary>
/// An organisation of twenty hosts whose week around today is the same in a small world and in a large one. Of the bookings
/// beyond that half are its past, years of it, and half belong to other organisations, of twenty hosts each.
/// </summary>
internal sealed record GeneratedWorld(string File)
{
    public const string Organization = "bench";
    public const string MeetingType = "call";
    public const string StaffEmail = "owner@bench.test";
    public const string StaffPassword = "a-password-of-the-benchmark";

    private const int Hosts = 20;
    private const int PerDay = 10;

    // two days before today to two days after
    private const int Near = Hosts * PerDay * 5;

    // of each host of another organisation: some weeks around today
    private const int PerOtherHost = PerDay * 25;

    public static async Task<GeneratedWorld> CreateAsync(string file, int bookings)
    {
        var builder = new DbContextOptionsBuilder<SqlitePortalDbContext>();
        PersistenceServices.UseSqlite(builder, $"Data Source={file}");
        await using var db = new SqlitePortalDbContext(builder.Options);
        await db.Database.MigrateAsync();
        var others = Math.Max(0, bookings - Near) / 2;
        var organizations = (others + (Hosts * PerOtherHost) - 1) / (Hosts * PerOtherHost);
        for (var number = 0; number <= organizations; number++)
            await AddPeopleAsync(db, number);
        // one statement a table: a million rows through entities would take longer than the measurement
        await db.Database.ExecuteSqlRawAsync(Rows(bookings, others, organizations * Hosts));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return new GeneratedWorld(file);
    }

    private static async Task AddPeopleAsync(SqlitePortalDbContext db, int organizationNumber)
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var slug = organizationNumber == 0 ? Organization : $"{Organization}-{organizationNumber}";
        var organization = new Organization { Id = Guid.CreateVersion7(), Slug = slug, Name = $"Bench {organizationNumber}", Zone = zone, WaitingRoomEnabled = true };
        db.Organizations.Add(organization);
        for (var number = 0; number < Hosts; number++)
        {
            var isLookedAt = organizationNumber == 0 && number == 0;
            var host = Person(isLookedAt ? StaffEmail : $"host{number}@{slug}.test", $"Host {number}");
            if (isLookedAt)
                host.PasswordHash = new PasswordHasher<PortalUser>().HashPassword(host, StaffPassword);
            db.Users.Add(host);
            db.Members.Add(new Member { OrganizationId = organization.Id, UserId = host.Id, Role = number == 0 ? MemberRole.Owner : MemberRole.Host });
            db.HostSchedules.Add(new HostSchedule { OrganizationId = organization.Id, HostId = host.Id, Zone = zone, Hours = WeeklyHours.BusinessHours });
            db.MeetingTypes.Add(new MeetingType
            {
                Id = Guid.CreateVersion7(),
                OrganizationId = organization.Id,
                Slug = number == 0 ? MeetingType : $"{MeetingType}-{number}",
                Name = $"Call {number}",
                Length = Duration.FromMinutes(30),
                Increment = Duration.FromMinutes(30),
                HorizonDays = 60,
                Assignment = HostAssignment.OneHost,
                Position = number,
                Hosts = [new MeetingTypeHost { HostId = host.Id, Position = 0 }],
            });
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private static PortalUser Person(string email, string name) => new()
    {
        Id = Guid.CreateVersion7(),
        DisplayName = name,
        UserName = email,
        NormalizedUserName = email.ToUpperInvariant(),
        Email = email,
        NormalizedEmail = email.ToUpperInvariant(),
        EmailConfirmed = true,
        LockoutEnabled = true,
        SecurityStamp = Guid.NewGuid().ToString("N"),
    };

    // ten a day of each host, Monday to Friday like any other day: what is past or near is completed, so that no job has any of it to do
    private static string Rows(int bookings, int others, int otherHosts) => $"""
        CREATE TEMPORARY TABLE "Hosts" AS
            SELECT row_number() OVER (ORDER BY organization."Slug" <> '{Organization}', organization."Slug", type."Position") - 1 AS "Number",
                type."Id" AS "TypeId", type."OrganizationId", host."HostId", user."DisplayName", user."Email"
            FROM "MeetingTypes" AS type JOIN "MeetingTypeHost" AS host ON host."MeetingTypeId" = type."Id"
                JOIN "AspNetUsers" AS user ON user."Id" = host."HostId" JOIN "Organizations" AS organization ON organization."Id" = type."OrganizationId";
        CREATE UNIQUE INDEX temp."HostsByNumber" ON "Hosts" ("Number");
        CREATE TEMPORARY TABLE "Made" AS
            WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < {bookings}),
            placed(n, host, day, slot) AS (
                SELECT n, n % {Hosts}, n / {Hosts} / {PerDay} - 2, n / {Hosts} % {PerDay} FROM numbers WHERE n < {Near}
                UNION ALL
                SELECT n, n % {Hosts}, -3 - (n - {Near}) / {Hosts} / {PerDay}, (n - {Near}) / {Hosts} % {PerDay} FROM numbers WHERE n >= {Near} AND n < {bookings} - {others}
                UNION ALL
                SELECT n, {Hosts} + (n - {bookings - others}) % {Math.Max(1, otherHosts)}, (n - {bookings - others}) / {Math.Max(1, otherHosts)} / {PerDay} - 12,
                    (n - {bookings - others}) / {Math.Max(1, otherHosts)} % {PerDay} FROM numbers WHERE n >= {bookings} - {others})
            SELECT n, hosts.*, upper(printf('0195c1d0-0000-7000-8000-%012x', n)) AS "BookingId", upper(printf('0195c1d1-0000-7000-8000-%012x', n)) AS "ClaimId",
                (CAST(strftime('%s', 'now', 'start of day') AS INTEGER) + day * 86400 + 8 * 3600 + slot * 2700) * 10000000 AS "Start"
            FROM placed JOIN "Hosts" AS hosts ON hosts."Number" = placed.host;
        INSERT INTO "Bookings" ("Id", "OrganizationId", "MeetingTypeId", "HostId", "Status", "StartsAt", "EndsAt", "VisitorStart", "VisitorZone", "HostZone",
                "VisitorName", "VisitorEmail", "Notes", "Sequence", "RoomEpoch", "CreatedAt", "Version", "VisitorMoves")
            SELECT "BookingId", "OrganizationId", "TypeId", "HostId", CASE WHEN "Start" < (CAST(strftime('%s', 'now') AS INTEGER) + 7200) * 10000000 THEN 'completed' ELSE 'confirmed' END,
                "Start", "Start" + 18000000000, '2026-01-01T00:00:00', 'Europe/Berlin', 'Europe/Berlin', 'Visitor ' || n, 'visitor' || n || '@bench.test', '', 0, 0, "Start", 0, 0
            FROM "Made";
        INSERT INTO "Participants" ("Id", "BookingId", "OrganizationId", "Role", "Name", "Email", "Admission", "Version")
            SELECT upper(printf('0195c1d2-0000-7000-8000-%012x', n)), "BookingId", "OrganizationId", 'visitor', 'Visitor ' || n, 'visitor' || n || '@bench.test', 'outside', 0 FROM "Made";
        INSERT INTO "Participants" ("Id", "BookingId", "OrganizationId", "Role", "UserId", "Name", "Email", "Admission", "Version")
            SELECT upper(printf('0195c1d3-0000-7000-8000-%012x', n)), "BookingId", "OrganizationId", 'host', "HostId", "DisplayName", "Email", 'outside', 0 FROM "Made";
        INSERT INTO "TimeClaims" ("Id", "HostId", "OrganizationId", "MeetingTypeId", "StartsAt", "EndsAt", "MeetingStartsAt", "MeetingEndsAt", "Capacity")
            SELECT "ClaimId", "HostId", "OrganizationId", "TypeId", "Start", "Start" + 18000000000, "Start", "Start" + 18000000000, 1 FROM "Made";
        INSERT INTO "ClaimSeats" ("ClaimId", "Number", "BookingId") SELECT "ClaimId", 1, "BookingId" FROM "Made";
        DROP TABLE "Made";
        DROP TABLE "Hosts";
        """;
}
