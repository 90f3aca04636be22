using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Portal.Core;
using Portal.Core.Availability;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;

namespace Portal.Benchmarks.Bookings;

/// <summary>A hundred hosts with a meeting type each, open from morning to evening for two months, and visitors who book them.</summary>
internal sealed class BookingWorld : IAsyncDisposable
{
    private const string Organization = "bench";
    private const int Hosts = 100;
    private const int Days = 60;
    private const int StartsPerDay = 24;

    // of ten visitors one wants a time that somebody just took
    private const int HotOneIn = 10;

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    private readonly ServiceProvider services;
    private readonly LocalDate firstDay = SystemClock.Instance.GetCurrentInstant().InZone(Zone).Date.PlusDays(1);
    private int asked;

    private BookingWorld(DatabaseOptions database) => services = new ServiceCollection()
        .AddLogging()
        .Configure<Microsoft.AspNetCore.Identity.IdentityOptions>(AccountRules.Apply)
        .AddPortalDatabase(database)
        .AddPortalCore()
        .BuildServiceProvider();

    public static async Task<BookingWorld> CreateAsync(DatabaseOptions database)
    {
        var world = new BookingWorld(database);
        await using var scope = world.services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await db.Database.MigrateAsync();
        var organization = new Organization { Id = Guid.CreateVersion7(), Slug = Organization, Name = "Bench", Zone = Zone, WaitingRoomEnabled = true };
        db.Add(organization);
        var hours = new WeeklyHours([.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None).Select(day => new WeeklyRange(day, new LocalTime(8, 0), new LocalTime(20, 0)))]);
        for (var number = 0; number < Hosts; number++)
            AddHost(db, organization, hours, number);
        await db.SaveChangesAsync();
        return world;
    }

    /// <returns>False when the time was taken.</returns>
    public async Task<bool> TryBookAsync()
    {
        var number = Interlocked.Increment(ref asked);
        var slot = number % HotOneIn == 0 ? number - Random.Shared.Next(1, HotOneIn) : number;
        // neighbours in time go to different hosts and days
        var (host, day, half) = (slot % Hosts, slot / Hosts % Days, slot / Hosts / Days % StartsPerDay);
        var start = (firstDay.PlusDays(day) + new LocalTime(8 + (half / 2), half % 2 * 30)).InZoneLeniently(Zone).ToInstant();
        var request = new BookSlotRequest(
            Organization, $"call-{host}", start, Zone, $"Visitor {number}", $"visitor{number}@bench.test", "", null)
        {
            RequestKey = Guid.NewGuid(),
        };
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BookSlot>().RunAsync(request, CancellationToken.None) is BookSlotOutcome.Booked;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static void AddHost(PortalDbContext db, Organization organization, WeeklyHours hours, int number)
    {
        var host = new PortalUser
        {
            Id = Guid.CreateVersion7(),
            DisplayName = $"Host {number}",
            UserName = $"host{number}@bench.test",
            NormalizedUserName = $"HOST{number}@BENCH.TEST",
            Email = $"host{number}@bench.test",
            NormalizedEmail = $"HOST{number}@BENCH.TEST",
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        db.Add(host);
        db.Add(new Member { OrganizationId = organization.Id, UserId = host.Id, Role = MemberRole.Host });
        db.Add(new HostSchedule { OrganizationId = organization.Id, HostId = host.Id, Zone = Zone, Hours = hours });
        db.Add(new MeetingType
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = organization.Id,
            Slug = $"call-{number}",
            Name = "Call",
            Length = Duration.FromMinutes(30),
            Increment = Duration.FromMinutes(30),
            HorizonDays = Days + 1,
            Assignment = HostAssignment.OneHost,
            Hosts = [new MeetingTypeHost { HostId = host.Id, Position = 0 }],
        });
    }
}
