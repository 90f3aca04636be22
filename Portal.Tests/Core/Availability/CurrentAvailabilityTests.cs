using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Availability.Editing;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Core.Scheduling;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Availability;

/// <summary>What one node remembers of a meeting type's times, and how it learns that another node changed them.</summary>
[Trait("Promise", "P1")]
public abstract class CurrentAvailabilityTests(PortalDatabase database) : WorldTests(database)
{
    private const string Ten = "2026-01-06T10:00";

    private Organization acme = null!;
    private PortalUser ada = null!;
    private MeetingType type = null!;
    private World other = null!;

    public override async Task InitializeAsync()
    {
        acme = await World.AddOrganizationAsync();
        ada = await World.AddHostAsync(acme, "Ada", "2 09:00-12:00");
        type = await World.AddMeetingTypeAsync(acme, [ada]);
        other = new World(World.Database);
    }

    public override async Task DisposeAsync()
    {
        await other.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task What_this_node_books_it_knows_at_once()
    {
        Assert.Contains("06T10:00", await World.OfferedAsync(type));

        await World.BookAsync(type, Ten);

        Assert.DoesNotContain("06T10:00", await World.OfferedAsync(type));
    }

    [Fact]
    public async Task What_another_node_books_it_knows_after_a_second_and_refuses_before()
    {
        Assert.Contains("06T10:00", await World.OfferedAsync(type));
        await other.BookAsync(type, Ten);

        Assert.Contains("06T10:00", await World.OfferedAsync(type));
        var taken = Assert.IsType<Portal.Core.Bookings.BookSlotOutcome.SlotTaken>(await World.TryBookAsync(type, Ten));
        Assert.DoesNotContain(taken.Nearest, slot => slot.Start == World.At(Ten));
    }

    [Theory]
    [InlineData("hours")]
    [InlineData("type")]
    [InlineData("hold")]
    [InlineData("another organisation")]
    public async Task What_changed_elsewhere_it_knows_after_a_second(string what)
    {
        Assert.Contains("06T10:00", await World.OfferedAsync(type));
        switch (what)
        {
            case "hours":
                await ChangeHoursElsewhereAsync();
                break;
            case "type":
                await other.ChangeAsync(async db => (await db.MeetingTypes.SingleAsync(row => row.Id == type.Id)).MinimumNotice = Duration.FromDays(3));
                break;
            case "hold":
                await other.HoldAsync(type, Ten, Holder.Of("somebody"));
                break;
            default:
                var globex = await other.AddOrganizationAsync();
                await other.AddHoursAsync(globex, ada, "2 09:00-12:00");
                await other.BookAsync(await other.AddMeetingTypeAsync(globex, [ada]), Ten);
                break;
        }

        Assert.Contains("06T10:00", await World.OfferedAsync(type));
        World.Clock.Advance(AvailabilityCache.TrustedFor);
        Assert.DoesNotContain("06T10:00", await World.OfferedAsync(type));
    }

    [Fact]
    public async Task The_horizon_moves_on_with_time_though_nothing_changed()
    {
        Assert.DoesNotContain("20T09:00", await World.OfferedAsync(type));

        World.Clock.Advance(Duration.FromDays(2));

        Assert.Contains("20T09:00", await World.OfferedAsync(type));
    }

    private async Task ChangeHoursElsewhereAsync()
    {
        var request = new SaveHostScheduleRequest(
            new HostKey(acme.Id, ada.Id), 0, new UsualWeek(World.Berlin, WeeklyHours.Parse("2 13:00-14:00"), null, null, null), ada.AsActor());
        Assert.IsType<SaveHostScheduleOutcome.Saved>(await other.RunAsync((SaveHostSchedule save) => save.RunAsync(request, default)));
    }
}

public sealed class CurrentAvailabilityTests_on_Sqlite(SqliteDatabase database) : CurrentAvailabilityTests(database), IClassFixture<SqliteDatabase>;

public sealed class CurrentAvailabilityTests_on_Postgres(PostgresDatabase database) : CurrentAvailabilityTests(database), IClassFixture<PostgresDatabase>;
