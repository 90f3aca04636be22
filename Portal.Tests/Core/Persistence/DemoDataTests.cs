using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Bookings;
using Portal.Core.Organizations;
using Portal.Core.Persistence;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Persistence;

public sealed class DemoDataTests
{
    private const string Password = "a demo password";

    public static TheoryData<string> Starts =>
    [
        "2026-11-20T09:07:31Z", // a Friday morning
        "2026-11-20T13:20:00Z", // at the time of day the demo's own bookings have
        "2026-11-22T22:40:00Z", // Sunday night, where the open hours cross into Monday
        "2026-03-29T00:55:00Z", // five minutes before the clocks go forward
        "2026-10-25T00:30:00Z", // in the hour that comes twice
        "2026-12-31T23:59:59Z",
    ];

    [Theory]
    [MemberData(nameof(Starts))]
    public async Task The_world_is_created_at_any_moment_with_bookings_in_every_status(string start)
    {
        await using var fixture = await DemoWorld.CreateAsync(start);

        await fixture.EnsureAsync();

        var statuses = await fixture.World.ReadAsync(db => db.Bookings
            .Where(booking => booking.Organization!.Slug == DemoData.Acme).Select(booking => booking.Status).Distinct().ToListAsync());
        Assert.Equal(Enum.GetValues<BookingStatus>().Order(), statuses.Order());
        var bookings = await fixture.World.ReadAsync(db => db.Bookings.ToListAsync());
        Assert.All(bookings, booking => Assert.InRange(booking.StartsAt, fixture.World.Now - Duration.FromDays(11), fixture.World.Now + Duration.FromDays(10)));
    }

    [Theory]
    [MemberData(nameof(Starts))]
    public async Task An_intro_call_can_be_booked_that_may_be_joined_at_once(string start)
    {
        await using var fixture = await DemoWorld.CreateAsync(start);
        await fixture.EnsureAsync();

        var open = await fixture.World.RunAsync((FindOpenSlots find) =>
            find.RunAsync(new FindOpenSlotsRequest(DemoData.Acme, "intro-call"), CancellationToken.None));

        Assert.InRange(open!.Slots[0].Start, fixture.World.Now, fixture.World.Now + JoinWindow.OpensBefore);
    }

    [Fact]
    public async Task Each_organisation_has_an_owner_an_admin_two_hosts_and_an_agent_who_can_sign_in()
    {
        await using var fixture = await DemoWorld.CreateAsync("2026-11-20T09:00:00Z");
        await fixture.EnsureAsync();

        var members = await fixture.World.ReadAsync(db => db.Members.Include(member => member.User).Include(member => member.Organization).ToListAsync());

        var hasher = new PasswordHasher<PortalUser>();
        foreach (var organization in members.GroupBy(member => member.Organization!.Slug))
            Assert.Equal(
                [MemberRole.Agent, MemberRole.Host, MemberRole.Host, MemberRole.Admin, MemberRole.Owner],
                organization.Select(member => member.Role).Order());
        Assert.Equal(2, members.Select(member => member.OrganizationId).Distinct().Count());
        Assert.All(members, member => Assert.Equal(
            PasswordVerificationResult.Success, hasher.VerifyHashedPassword(member.User!, member.User!.PasswordHash!, Password)));
    }

    [Fact]
    public async Task A_second_start_adds_nothing()
    {
        await using var fixture = await DemoWorld.CreateAsync("2026-11-20T09:00:00Z");
        await fixture.EnsureAsync();
        var before = await fixture.World.ReadAsync(db => db.Bookings.CountAsync());

        fixture.World.Clock.Advance(Duration.FromDays(1));
        await fixture.EnsureAsync();

        Assert.Equal(before, await fixture.World.ReadAsync(db => db.Bookings.CountAsync()));
    }

    private sealed class DemoWorld : IAsyncDisposable
    {
        private readonly SqliteDatabase database = new();

        public World World { get; private set; } = null!;

        public static async Task<DemoWorld> CreateAsync(string start)
        {
            var fixture = new DemoWorld();
            await fixture.database.InitializeAsync();
            fixture.World = new World(fixture.database, services =>
            {
                services.AddIdentityCore<PortalUser>();
                services.AddScoped<DemoData>();
            });
            fixture.World.Clock.Set(NodaTime.Text.InstantPattern.ExtendedIso.Parse(start).Value);
            return fixture;
        }

        public Task<bool> EnsureAsync() => World.RunAsync(async (DemoData demo) =>
        {
            await demo.EnsureAsync(Password, CancellationToken.None);
            return true;
        });

        public async ValueTask DisposeAsync()
        {
            await World.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
