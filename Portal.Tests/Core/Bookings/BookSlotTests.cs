using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Bookings;

[Trait("Req", "C3")]
public abstract class BookSlotTests(PortalDatabase database) : WorldTests(database)
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    [Fact]
    [Trait("Req", "X1")]
    public async Task A_booking_keeps_the_instants_and_the_wall_time_promised_to_the_visitor()
    {
        var type = await AddTypeAsync();

        var meeting = Assert.IsType<BookSlotOutcome.Booked>(await World.TryBookAsync(type, "2026-01-06T15:00", draft =>
        {
            draft.Zone = NewYork;
            draft.Notes = "Cannot sign in";
            draft.Article = "reset-password";
        }));

        var booking = await World.FindBookingAsync(meeting.BookingId);
        Assert.Equal(BookingStatus.Confirmed, booking.Status);
        Assert.Equal(World.At("2026-01-06T15:00"), booking.StartsAt);
        Assert.Equal(World.At("2026-01-06T15:30"), booking.EndsAt);
        Assert.Equal(new LocalDateTime(2026, 1, 6, 9, 0), booking.VisitorStart);
        Assert.Equal(NewYork, booking.VisitorZone);
        Assert.Equal(World.Berlin, booking.HostZone);
        Assert.Equal(("Cannot sign in", "reset-password"), (booking.Notes, booking.Article));
        Assert.Equal((World.Now, 0), (booking.CreatedAt, booking.Sequence));
    }

    [Fact]
    public async Task Visitor_and_host_are_its_participants_and_neither_is_let_in_yet()
    {
        var acme = await World.AddOrganizationAsync();
        var ada = await World.AddHostAsync(acme);
        var meeting = await World.BookAsync(await World.AddMeetingTypeAsync(acme, [ada]), "2026-01-06T10:00");

        var people = (await World.FindBookingAsync(meeting.Id)).Participants.OrderBy(person => person.Role).ToList();

        Assert.Equal([ParticipantRole.Visitor, ParticipantRole.Host], people.Select(person => person.Role));
        Assert.Equal(["vera@visitor.test", ada.Email!], people.Select(person => person.Email));
        Assert.Equal([null, ada.Id], people.Select(person => person.UserId));
        Assert.All(people, person => Assert.Equal((acme.Id, Admission.Outside), (person.OrganizationId, person.Admission)));
    }

    [Fact]
    [Trait("Promise", "R1")]
    public async Task The_host_s_time_is_claimed_with_its_buffers()
    {
        var type = await AddTypeAsync(type =>
        {
            type.BufferBefore = Duration.FromMinutes(15);
            type.BufferAfter = Duration.FromMinutes(10);
        });

        var meeting = await World.BookAsync(type, "2026-01-06T10:00");

        var claim = await World.ReadAsync(db => db.TimeClaims.SingleAsync(row => row.Seats.Any(seat => seat.BookingId == meeting.Id)));
        Assert.Equal((World.At("2026-01-06T09:45"), World.At("2026-01-06T10:40")), (claim.StartsAt, claim.EndsAt));
        Assert.IsType<BookSlotOutcome.SlotTaken>(await World.TryBookAsync(type, "2026-01-06T10:30"));
        Assert.IsType<BookSlotOutcome.Booked>(await World.TryBookAsync(type, "2026-01-06T11:00"));
    }

    [Fact]
    [Trait("Req", "B16")]
    [Trait("Req", "F1")]
    public async Task The_invitations_and_the_line_in_the_history_are_written_with_the_booking()
    {
        var meeting = await World.BookAsync(await AddTypeAsync(), "2026-01-06T10:00");

        var booking = await World.FindBookingAsync(meeting.Id);
        var messages = await World.ReadAsync(db => db.Outbox.Where(row => row.BookingId == meeting.Id).ToListAsync());
        Assert.Equal(booking.Participants.Select(person => person.Id).Order(), messages.Select(message => message.ParticipantId).Order());
        Assert.All(messages, message =>
        {
            Assert.Equal("meeting_invitation", message.Kind);
            Assert.Equal((World.Now, null, 0), (message.DueAt, message.SentAt, message.Attempts));
        });
        var line = await World.ReadAsync(db => db.AuditEntries.SingleAsync(row => row.BookingId == meeting.Id));
        Assert.Equal(("booking.confirmed", ActorKind.Visitor, "Vera Visitor", World.Now), (line.Action, line.ActorKind, line.ActorName, line.At));
    }

    [Fact]
    [Trait("Req", "F4")]
    public async Task A_taken_slot_is_answered_with_the_three_nearest_and_leaves_nothing_behind()
    {
        var type = await AddTypeAsync();
        await World.BookAsync(type, "2026-01-06T10:00");

        var taken = Assert.IsType<BookSlotOutcome.SlotTaken>(await World.TryBookAsync(type, "2026-01-06T10:00"));

        Assert.Equal(
            [World.At("2026-01-06T09:00"), World.At("2026-01-06T09:30"), World.At("2026-01-06T10:30")],
            taken.Nearest.Select(slot => slot.Start));
        Assert.DoesNotContain(taken.Nearest, slot => slot.Start == World.At("2026-01-06T10:00"));
        Assert.Equal(1, await World.ReadAsync(db => db.Bookings.CountAsync(row => row.OrganizationId == type.OrganizationId)));
        Assert.Equal(2, await World.ReadAsync(db => db.Participants.CountAsync(row => row.OrganizationId == type.OrganizationId)));
        Assert.Equal(2, await World.ReadAsync(db => db.Outbox.CountAsync(row => row.OrganizationId == type.OrganizationId)));
        Assert.Equal(1, await World.ReadAsync(db => db.AuditEntries.CountAsync(row => row.OrganizationId == type.OrganizationId)));
    }

    [Fact]
    [Trait("Req", "F4")]
    public async Task The_nearest_may_be_weeks_away_and_before_or_after()
    {
        var acme = await World.AddOrganizationAsync();
        var onMondays = await World.AddMeetingTypeAsync(acme, [await World.AddHostAsync(acme, hours: "1 09:00-09:30")], type => type.HorizonDays = 21);
        await World.BookAsync(onMondays, "2026-01-19T09:00");

        var taken = Assert.IsType<BookSlotOutcome.SlotTaken>(await World.TryBookAsync(onMondays, "2026-01-19T09:00"));

        Assert.Equal(
            [World.At("2026-01-05T09:00"), World.At("2026-01-12T09:00"), World.At("2026-01-26T09:00")],
            taken.Nearest.Select(slot => slot.Start));
    }

    [Theory]
    [InlineData("2026-01-06T17:00", "after the host's hours")]
    [InlineData("2026-01-10T10:00", "on a Saturday")]
    [InlineData("2026-01-06T10:10", "off the grid of starts")]
    [InlineData("2026-01-05T11:30", "inside the notice of four hours")]
    [InlineData("2026-01-05T07:30", "in the past")]
    [InlineData("2026-01-20T10:00", "beyond the horizon of fourteen days")]
    public async Task A_start_that_is_not_offered_is_refused(string start, string because)
    {
        var type = await AddTypeAsync(type => type.MinimumNotice = Duration.FromHours(4));

        var outcome = await World.TryBookAsync(type, start);

        Assert.True(outcome is BookSlotOutcome.SlotTaken { Nearest.Count: 3 }, $"{start} is {because}, but the outcome was {outcome}");
        Assert.Equal(0, await World.ReadAsync(db => db.TimeClaims.CountAsync(row => row.OrganizationId == type.OrganizationId)));
    }

    [Theory]
    [InlineData("2026-01-05T12:00")]
    [InlineData("2026-01-06T16:30")]
    [InlineData("2026-01-19T10:00")]
    public async Task A_start_just_inside_every_limit_is_booked(string start)
    {
        var type = await AddTypeAsync(type => type.MinimumNotice = Duration.FromHours(4));

        Assert.IsType<BookSlotOutcome.Booked>(await World.TryBookAsync(type, start));
    }

    [Fact]
    public async Task A_meeting_type_that_does_not_exist_is_not_found()
    {
        var type = await AddTypeAsync();
        var missing = new MeetingType
        {
            Id = type.Id,
            OrganizationId = type.OrganizationId,
            Slug = "no-such-type",
            Name = type.Name,
            Length = type.Length,
            Increment = type.Increment,
            HorizonDays = type.HorizonDays,
            Assignment = type.Assignment,
        };

        Assert.IsType<BookSlotOutcome.MeetingTypeNotFound>(await World.TryBookAsync(missing, "2026-01-06T10:00"));
    }

    private async Task<MeetingType> AddTypeAsync(Action<MeetingType>? change = null)
    {
        var acme = await World.AddOrganizationAsync();
        return await World.AddMeetingTypeAsync(acme, [await World.AddHostAsync(acme)], change);
    }
}

public sealed class BookSlotTests_on_Sqlite(SqliteDatabase database) : BookSlotTests(database), IClassFixture<SqliteDatabase>;

public sealed class BookSlotTests_on_Postgres(PostgresDatabase database) : BookSlotTests(database), IClassFixture<PostgresDatabase>;
