using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Availability;
using Portal.Core.Organizations;
using Portal.Core.Persistence;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Organizations;

public abstract class SetUpPortalTests(PortalDatabase database) : IAsyncLifetime
{
    private static readonly SetUpPortalRequest Request =
        new("Northwind Help", "northwind", World.Berlin, "Nora Wind", "nora@northwind.test", "a long enough password");

    private World World { get; } = new(database, services => services
        .AddIdentityCore<PortalUser>(AccountRules.Apply)
        .AddEntityFrameworkStores<PortalDbContext>());

    public async Task InitializeAsync() => await World.ChangeAsync(async db =>
    {
        await db.MeetingTypes.ExecuteDeleteAsync();
        await db.HostSchedules.ExecuteDeleteAsync();
        await db.Members.ExecuteDeleteAsync();
        await db.Users.ExecuteDeleteAsync();
        await db.Organizations.ExecuteDeleteAsync();
    });

    public async Task DisposeAsync() => await World.DisposeAsync();

    [Fact]
    public async Task The_first_run_creates_an_owner_and_an_organisation_that_can_be_booked()
    {
        Assert.True(await World.RunAsync((SetUpPortal setUp) => setUp.IsNeededAsync(default)));

        var outcome = await World.RunAsync((SetUpPortal setUp) => setUp.RunAsync(Request, default));

        var owner = Assert.IsType<SetUpPortalOutcome.SetUp>(outcome).Owner;
        var member = await World.RunAsync((FindMember find) => find.RunAsync(owner.Id, default));
        Assert.Equal((MemberRole.Owner, "northwind"), (member!.Role, member.OrganizationSlug));
        var open = await World.RunAsync((FindOpenSlots find) => find.RunAsync(new("northwind", "intro-call"), default));
        Assert.NotEmpty(open!.Slots);
        Assert.False(await World.RunAsync((SetUpPortal setUp) => setUp.IsNeededAsync(default)));
    }

    [Fact]
    public async Task A_second_set_up_is_refused_and_changes_nothing()
    {
        await World.RunAsync((SetUpPortal setUp) => setUp.RunAsync(Request, default));

        var second = await World.RunAsync((SetUpPortal setUp) => setUp.RunAsync(Request with { Slug = "other", OwnerEmail = "eve@other.test" }, default));

        Assert.IsType<SetUpPortalOutcome.AlreadySetUp>(second);
        Assert.Equal(1, await World.ReadAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task A_short_password_is_refused_with_a_reason_and_leaves_nothing_behind()
    {
        var outcome = await World.RunAsync((SetUpPortal setUp) => setUp.RunAsync(Request with { Password = "short" }, default));

        Assert.NotEmpty(Assert.IsType<SetUpPortalOutcome.PasswordRefused>(outcome).Reasons);
        Assert.Equal(0, await World.ReadAsync(db => db.Users.CountAsync()));
    }
}

public sealed class SetUpPortalTests_on_Sqlite(SqliteDatabase database) : SetUpPortalTests(database), IClassFixture<SqliteDatabase>;

public sealed class SetUpPortalTests_on_Postgres(PostgresDatabase database) : SetUpPortalTests(database), IClassFixture<PostgresDatabase>;
