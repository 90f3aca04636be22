using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Bookings.Invitations;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Bookings;

[Trait("Req", "B18")]
public abstract class InviteNowTests(PortalDatabase database) : WorldTests(database)
{
    private Organization acme = null!;
    private PortalUser ada = null!;
    private PortalUser ben = null!;
    private MeetingType type = null!;

    public override async Task InitializeAsync()
    {
        acme = await World.AddOrganizationAsync();
        ada = await World.AddHostAsync(acme);
        ben = await World.AddHostAsync(acme, "Ben");
        type = await World.AddMeetingTypeAsync(acme, [ada], type => type.MinimumNotice = Duration.FromHours(4));
        World.Clock.Set(World.At("2026-01-06T20:03") + Duration.FromSeconds(12));
    }

    [Fact]
    public async Task A_meeting_begins_this_minute_outside_of_hours_and_notice_and_the_person_is_written_to()
    {
        var invited = Assert.IsType<InviteNowOutcome.Invited>(await InviteAsync(ada, message: "Let us look at it together"));

        var booking = await World.FindBookingAsync(invited.BookingId);
        Assert.Equal(
            (BookingStatus.Confirmed, ada.Id, World.At("2026-01-06T20:03"), World.At("2026-01-06T20:33"), "vera@visitor.test", "Vera"),
            (booking.Status, booking.HostId, booking.StartsAt, booking.EndsAt, booking.VisitorEmail, booking.VisitorName));
        var mail = Assert.Single(await World.ReadAsync(db => db.Outbox.Where(row => row.BookingId == booking.Id).ToListAsync()));
        Assert.Equal("instant_invitation", mail.Kind);
        Assert.Contains("Let us look at it together", mail.Payload, StringComparison.Ordinal);
        Assert.Equal(booking.Participants.Single(person => person.Role == ParticipantRole.Visitor).Id, mail.ParticipantId);
        Assert.Equal("booking.invited by Ada: vera@visitor.test", await World.ReadAsync(db => db.AuditEntries
            .Where(row => row.BookingId == booking.Id).Select(row => row.Action + " by " + row.ActorName + ": " + row.Detail).SingleAsync()));
        var holder = await World.RunAsync((FindAccessLink find) => find.RunAsync(invited.Token, default));
        Assert.Equal((booking.Id, LinkPurpose.Join), (holder!.BookingId, holder.Purpose));
    }

    [Fact, Trait("Promise", "R1")]
    public async Task A_host_who_is_in_another_meeting_is_busy_and_free_colleagues_are_named()
    {
        Assert.IsType<InviteNowOutcome.Invited>(await InviteAsync(ada));

        var busy = Assert.IsType<InviteNowOutcome.HostBusy>(await InviteAsync(ada, "walter@visitor.test"));

        Assert.Equal(("Ada", "Vera", World.At("2026-01-06T20:33")), (busy.HostName, busy.With, busy.BusyUntil));
        Assert.Null(busy.FreeUntil);
        Assert.Equal(["Ben"], busy.FreeColleagues.Select(host => host.Name));
        var colleague = Assert.IsType<InviteNowOutcome.Invited>(await InviteAsync(ada, "walter@visitor.test", host: busy.FreeColleagues[0].HostId));
        Assert.Equal(ben.Id, (await World.FindBookingAsync(colleague.BookingId)).HostId);
        Assert.Equal(2, await World.ReadAsync(db => db.Outbox.CountAsync(row => row.BookingId == colleague.BookingId)));
    }

    [Fact]
    public async Task A_colleague_does_not_learn_whom_the_host_meets()
    {
        await InviteAsync(ada);

        Assert.Null(Assert.IsType<InviteNowOutcome.HostBusy>(await InviteAsync(ben, host: ada.Id)).With);
    }

    [Fact]
    public async Task A_host_who_has_a_meeting_soon_is_free_for_a_shorter_one()
    {
        World.Clock.Set(World.At("2026-01-06T08:00"));
        await World.BookAsync(type, "2026-01-06T14:00");
        World.Clock.Set(World.At("2026-01-06T13:40"));

        var busy = Assert.IsType<InviteNowOutcome.HostBusy>(await InviteAsync(ada));
        Assert.Equal(World.At("2026-01-06T14:00"), busy.FreeUntil);
        Assert.IsType<InviteNowOutcome.Invited>(await InviteAsync(ada, minutes: 20));
    }

    [Fact]
    public async Task What_ended_early_does_not_stand_in_the_way()
    {
        var first = Assert.IsType<InviteNowOutcome.Invited>(await InviteAsync(ada));
        await World.ChangeAsync(async db =>
        {
            var booking = await db.Bookings.Include(row => row.Participants).SingleAsync(row => row.Id == first.BookingId);
            booking.Start(World.Now);
            booking.Complete(World.Now);
        });

        Assert.IsType<InviteNowOutcome.Invited>(await InviteAsync(ada));
    }

    [Fact, Trait("Promise", "R1")]
    public async Task Of_many_invitations_at_once_one_takes_the_hosts_time()
    {
        var outcomes = await Simultaneously.RunAsync(8, () => InviteAsync(ada));

        Assert.Single(outcomes.OfType<InviteNowOutcome.Invited>());
        Assert.Equal(7, outcomes.OfType<InviteNowOutcome.HostBusy>().Count());
        Assert.Equal(1, await World.ReadAsync(db => db.TimeClaims.CountAsync(claim => claim.HostId == ada.Id)));
    }

    [Fact]
    public async Task An_agent_who_holds_no_meetings_may_hold_this_one()
    {
        var agent = await World.AddMemberAsync(acme, MemberRole.Agent, "Tilda");

        var invited = Assert.IsType<InviteNowOutcome.Invited>(await InviteAsync(agent));

        Assert.Equal(agent.Id, (await World.FindBookingAsync(invited.BookingId)).HostId);
    }

    [Fact, Trait("Req", "C8")]
    public async Task A_host_and_a_meeting_type_of_another_organisation_do_not_exist()
    {
        var globex = await World.AddOrganizationAsync();
        var grace = await World.AddHostAsync(globex, "Grace");
        var theirs = await World.AddMeetingTypeAsync(globex, [grace]);

        Assert.IsType<InviteNowOutcome.HostNotFound>(await InviteAsync(ada, host: grace.Id));
        Assert.IsType<InviteNowOutcome.MeetingTypeNotFound>(await InviteAsync(ada, slug: theirs.Slug));
    }

    private Task<InviteNowOutcome> InviteAsync(
        PortalUser by, string email = "vera@visitor.test", string? message = null, Guid? host = null, int? minutes = null, string? slug = null)
    {
        var member = new CurrentMember(by.Id, by.DisplayName, acme.Id, acme.Slug, acme.Name, acme.Zone, true, MemberRole.Host);
        var request = new InviteNowRequest(member, email, message)
        {
            Name = email.StartsWith("vera", StringComparison.Ordinal) ? "Vera" : null,
            HostId = host,
            MeetingType = slug,
            Length = minutes is { } length ? Duration.FromMinutes(length) : null,
        };
        return World.RunAsync((InviteNow invite) => invite.RunAsync(request, default));
    }
}

public sealed class InviteNowTests_on_Sqlite(SqliteDatabase database) : InviteNowTests(database), IClassFixture<SqliteDatabase>;

public sealed class InviteNowTests_on_Postgres(PostgresDatabase database) : InviteNowTests(database), IClassFixture<PostgresDatabase>;
