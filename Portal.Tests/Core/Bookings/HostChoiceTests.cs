using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Bookings;

/// <summary>Which host a booking goes to, and what makes a host busy.</summary>
[Trait("Req", "C1")]
public abstract class HostChoiceTests(PortalDatabase database) : WorldTests(database)
{
    [Fact]
    public async Task Round_robin_gives_the_host_who_was_given_a_meeting_longest_ago()
    {
        var (_, ada, ben, type) = await AddTwoHostsAsync(HostAssignment.RoundRobin);

        var given = new List<Guid>();
        foreach (var start in new[] { "2026-01-06T10:00", "2026-01-06T11:00", "2026-01-06T12:00", "2026-01-06T13:00" })
        {
            given.Add(await HostOfAsync(await World.BookAsync(type, start)));
            World.Clock.Advance(Duration.FromMinutes(1));
        }

        Assert.Equal([ada.Id, ben.Id, ada.Id, ben.Id], given);
    }

    [Fact]
    public async Task Round_robin_gives_both_hosts_the_same_hour_and_then_nobody()
    {
        var (_, ada, ben, type) = await AddTwoHostsAsync(HostAssignment.RoundRobin);

        var first = await HostOfAsync(await World.BookAsync(type, "2026-01-06T10:00"));
        var second = await HostOfAsync(await World.BookAsync(type, "2026-01-06T10:00"));

        Assert.Equal([ada.Id, ben.Id], [first, second]);
        Assert.IsType<BookSlotOutcome.SlotTaken>(await World.TryBookAsync(type, "2026-01-06T10:00"));
    }

    [Fact]
    public async Task A_type_of_one_host_never_goes_to_the_second()
    {
        var (_, ada, _, type) = await AddTwoHostsAsync(HostAssignment.OneHost);

        Assert.Equal(ada.Id, await HostOfAsync(await World.BookAsync(type, "2026-01-06T10:00")));
        Assert.IsType<BookSlotOutcome.SlotTaken>(await World.TryBookAsync(type, "2026-01-06T10:00"));
    }

    [Fact]
    [Trait("Promise", "R1")]
    public async Task A_person_booked_in_one_organisation_is_busy_in_every_other()
    {
        var acme = await World.AddOrganizationAsync();
        var globex = await World.AddOrganizationAsync();
        var ada = await World.AddHostAsync(acme);
        await World.AddHoursAsync(globex, ada);
        await World.BookAsync(await World.AddMeetingTypeAsync(acme, [ada]), "2026-01-06T10:00");
        var elsewhere = await World.AddMeetingTypeAsync(globex, [ada]);

        var taken = Assert.IsType<BookSlotOutcome.SlotTaken>(await World.TryBookAsync(elsewhere, "2026-01-06T10:00"));

        Assert.DoesNotContain(taken.Nearest, slot => slot.Start == World.At("2026-01-06T10:00"));
    }

    [Fact]
    public async Task A_hold_blocks_until_it_lapses_and_then_is_gone()
    {
        var (acme, ada, _, type) = await AddTwoHostsAsync(HostAssignment.OneHost);
        var hold = new HoldSlotRequest(acme.Slug, type.Slug, World.At("2026-01-06T10:00"), null, null, Holder.Of("somebody else"));
        Assert.IsType<HoldSlotOutcome.Held>(await World.RunAsync((HoldSlot holdSlot) => holdSlot.RunAsync(hold, default)));

        Assert.IsType<BookSlotOutcome.SlotTaken>(await World.TryBookAsync(type, "2026-01-06T10:00"));
        World.Clock.Advance(Duration.FromMinutes(5));
        Assert.IsType<BookSlotOutcome.Booked>(await World.TryBookAsync(type, "2026-01-06T10:00"));

        Assert.Equal(1, await World.ReadAsync(db => db.TimeClaims.CountAsync(claim => claim.HostId == ada.Id)));
    }

    private async Task<(Organization Acme, PortalUser Ada, PortalUser Ben, MeetingType Type)> AddTwoHostsAsync(HostAssignment assignment)
    {
        var acme = await World.AddOrganizationAsync();
        var ada = await World.AddHostAsync(acme, "Ada");
        var ben = await World.AddHostAsync(acme, "Ben");
        return (acme, ada, ben, await World.AddMeetingTypeAsync(acme, [ada, ben], type => type.Assignment = assignment));
    }

    private async Task<Guid> HostOfAsync(BookedMeeting meeting) => (await World.FindBookingAsync(meeting.Id)).HostId;
}

public sealed class HostChoiceTests_on_Sqlite(SqliteDatabase database) : HostChoiceTests(database), IClassFixture<SqliteDatabase>;

public sealed class HostChoiceTests_on_Postgres(PostgresDatabase database) : HostChoiceTests(database), IClassFixture<PostgresDatabase>;
