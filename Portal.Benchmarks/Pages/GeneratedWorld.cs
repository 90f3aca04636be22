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
/// One organisation with as many bookings as asked for, half-hour by half-hour around today. The host that is looked at has
/// the same diary in a small world and in a large one; the rest belongs to more and more colleagues.
/// </summary>
internal sealed record GeneratedWorld(string File)
{
    public const string Organization = "bench";
    public const string MeetingType = "call";
    public const string StaffEmail = "owner@bench.test";
    public const string StaffPassword = "a-password-of-the-benchmark";

    // three hundred half-hours before today and as many after: a host's diary
    private const int BookingsPerHost = 600;

    public static async Task<GeneratedWorld> CreateAsync(string file, int bookings)
    {
        var builder = new DbContextOptionsBuilder<SqlitePortalDbContext>();
        PersistenceServices.UseSqlite(builder, $"Data Source={file}");
        await using var db = new SqlitePortalDbContext(builder.Options);
        await db.Database.MigrateAsync();
        await AddPeopleAsync(db, Math.Max(1, bookings / BookingsPerHost));
        // one statement a table: a million rows through entities would take longer than the measurement
        await db.Database.ExecuteSqlRawAsync(Rows(bookings));
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return new GeneratedWorld(file);
    }

    private static async Task AddPeopleAsync(SqlitePortalDbContext db, int hosts)
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var organization = new Organization { Id = Guid.CreateVersion7(), Slug = Organization, Name = "Bench", Zone = zone, WaitingRoomEnabled = true };
        db.Organizations.Add(organization);
        for (var number = 0; number < hosts; number++)
        {
            var host = Person(number == 0 ? StaffEmail : $"host{number}@bench.test", $"Host {number}");
            if (number == 0)
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
                Visibility = number < 20 ? MeetingTypeVisibility.Listed : MeetingTypeVisibility.Hidden,
                Position = number,
                Hosts = [new MeetingTypeHost { HostId = host.Id, Position = 0 }],
            });
        }

        await db.SaveChangesAsync();
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

    // every other half-hour from 09:00, Monday to Friday like any other day: what is past or near is completed, so that no job has any of it to do
    private static string Rows(int bookings) => $"""
        CREATE TEMPORARY TABLE "Hosts" AS
            SELECT row_number() OVER (ORDER BY type."Position") - 1 AS "Number", type."Id" AS "TypeId", type."OrganizationId", host."HostId", user."DisplayName", user."Email"
            FROM "MeetingTypes" AS type JOIN "MeetingTypeHost" AS host ON host."MeetingTypeId" = type."Id" JOIN "AspNetUsers" AS user ON user."Id" = host."HostId";
        CREATE TEMPORARY TABLE "Made" AS
            WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < {bookings})
            SELECT n, hosts.*, upper(printf('0195c1d0-0000-7000-8000-%012x', n)) AS "BookingId", upper(printf('0195c1d1-0000-7000-8000-%012x', n)) AS "ClaimId",
                (CAST(strftime('%s', 'now', 'start of day') AS INTEGER) + (n % {BookingsPerHost} / 10 - 30) * 86400 + 8 * 3600 + n % 10 * 2700) * 10000000 AS "Start"
            FROM numbers JOIN "Hosts" AS hosts ON hosts."Number" = n / {BookingsPerHost} % (SELECT count(*) FROM "Hosts");
        INSERT INTO "Bookings" ("Id", "OrganizationId", "MeetingTypeId", "HostId", "Status", "StartsAt", "EndsAt", "VisitorStart", "VisitorZone", "HostZone",
                "VisitorName", "VisitorEmail", "Notes", "Sequence", "RoomEpoch", "CreatedAt", "Version", "VisitorMoves")
            SELECT "BookingId", "OrganizationId", "TypeId", "HostId", CASE WHEN "Start" < (CAST(strftime('%s', 'now') AS INTEGER) + 7200) * 10000000 THEN 'completed' ELSE 'confirmed' END,
                "Start", "Start" + 18000000000, '2026-01-01T00:00:00', 'Europe/Berlin', 'Europe/Berlin', 'Visitor ' || n, 'visitor' || n || '@bench.test', '', 0, 0, "Start", 0, 0
            FROM "Made";
        INSERT INTO "Participants" ("Id", "BookingId", "OrganizationId", "Role", "Name", "Email", "Admission", "Version")
            SELECT upper(printf('0195c1d2-0000-7000-8000-%012x', n)), "BookingId", "OrganizationId", 'visitor', 'Visitor ' || n, 'visitor' || n || '@bench.test', 'outside', 0 FROM "Made";
        INSERT INTO "Participants" ("Id", "BookingId", "OrganizationId", "Role", "UserId", "Name", "Email", "Admission", "Version")
            SELECT upper(printf('0195c1d3-0000-7000-8000-%012x', n)), "BookingId", "OrganizationId", 'host', "HostId", "DisplayName", "Email", 'outside', 0 FROM "Made";
        -- it would look at a diary for each of its rows; nothing is booked in this world
        DROP TRIGGER tr_time_claims_insert;
        INSERT INTO "TimeClaims" ("Id", "HostId", "OrganizationId", "MeetingTypeId", "StartsAt", "EndsAt", "MeetingStartsAt", "MeetingEndsAt", "Capacity")
            SELECT "ClaimId", "HostId", "OrganizationId", "TypeId", "Start", "Start" + 18000000000, "Start", "Start" + 18000000000, 1 FROM "Made";
        INSERT INTO "ClaimSeats" ("ClaimId", "Number", "BookingId") SELECT "ClaimId", 1, "BookingId" FROM "Made";
        DROP TABLE "Made";
        DROP TABLE "Hosts";
        """;
}
