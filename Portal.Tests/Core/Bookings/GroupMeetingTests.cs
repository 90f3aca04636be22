using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Core.Video;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Bookings;

/// <summary>Several bookings of one start share a claim, each with a seat of its own.</summary>
[Trait("Req", "C1")]
[Trait("Promise", "R1")]
public abstract class GroupMeetingTests(PortalDatabase database) : WorldTests(database)
{
    private const string Start = "2026-01-06T10:00";

    private Organization acme = null!;
    private MeetingType workshop = null!;

    public override async Task InitializeAsync()
    {
        acme = await World.AddOrganizationAsync();
        workshop = await World.AddMeetingTypeAsync(acme, [await World.AddHostAsync(acme)], type => type.Capacity = 3);
    }

    [Fact]
    public async Task As_many_as_there_are_seats_get_in_and_nobody_more()
    {
        for (var visitor = 0; visitor < 3; visitor++)
            await World.BookAsync(workshop, Start);

        Assert.IsType<BookSlotOutcome.SlotTaken>(await World.TryBookAsync(workshop, Start));
        var claim = Assert.Single(await ClaimsAsync());
        Assert.Equal([1, 2, 3], claim.Seats.Select(seat => seat.Number).Order());
        Assert.Equal(3, claim.Seats.Select(seat => seat.BookingId).Distinct().Count());
    }

    [Fact]
    public async Task Another_start_is_another_group_and_an_overlapping_one_is_not_offered()
    {
        await World.ChangeAsync(db => db.MeetingTypes.Where(row => row.Id == workshop.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(type => type.Increment, Duration.FromMinutes(15))));
        await World.BookAsync(workshop, Start);

        var offered = await World.OfferedAsync(workshop);

        Assert.Contains("06T10:00", offered);
        Assert.DoesNotContain("06T10:15", offered);
        Assert.DoesNotContain("06T09:45", offered);
        Assert.Contains("06T10:30", offered);
        Assert.IsType<BookSlotOutcome.SlotTaken>(await World.TryBookAsync(workshop, "2026-01-06T10:15"));
    }

    [Fact]
    public async Task A_seat_given_back_is_taken_by_the_next_and_the_last_to_go_frees_the_time()
    {
        var first = await World.BookAsync(workshop, Start);
        var second = await World.BookAsync(workshop, Start);
        await CancelAsync(first);

        var third = await World.BookAsync(workshop, Start);
        Assert.Equal(1, Assert.Single(await ClaimsAsync()).Seats.Single(seat => seat.BookingId == third.Id).Number);

        await CancelAsync(second);
        await CancelAsync(third);
        Assert.Empty(await ClaimsAsync());
    }

    [Fact]
    public async Task A_hold_takes_a_seat_and_not_the_whole_group()
    {
        await World.HoldAsync(workshop, Start, Holder.Of("vera"));
        await World.BookAsync(workshop, Start, draft => draft.Holder = Holder.Of("otto"));
        await World.BookAsync(workshop, Start);

        Assert.IsType<BookSlotOutcome.SlotTaken>(await World.TryBookAsync(workshop, Start));
        await World.BookAsync(workshop, Start, draft => draft.Holder = Holder.Of("vera"));
        Assert.All(Assert.Single(await ClaimsAsync()).Seats, seat => Assert.NotNull(seat.BookingId));
    }

    [Fact]
    public async Task They_all_meet_in_one_room()
    {
        var first = await World.FindBookingAsync((await World.BookAsync(workshop, Start)).Id);
        var second = await World.FindBookingAsync((await World.BookAsync(workshop, Start)).Id);
        var other = await World.FindBookingAsync((await World.BookAsync(workshop, "2026-01-06T11:00")).Id);

        Assert.Equal(RoomName.Of(first), RoomName.Of(second));
        Assert.NotEqual(RoomName.Of(first), RoomName.Of(other));
    }

    [Fact]
    public async Task Moving_one_leaves_the_others_where_they_are()
    {
        var stays = await World.BookAsync(workshop, Start);
        var goes = await World.BookAsync(workshop, Start);

        var request = new RescheduleBookingRequest(acme.Id, goes.Id, World.At("2026-01-06T11:00"), null, goes.Visitor);
        Assert.IsType<RescheduleBookingOutcome.Moved>(await World.RunAsync((RescheduleBooking move) => move.RunAsync(request, default)));

        var claims = await ClaimsAsync();
        Assert.Equal([World.At(Start), World.At("2026-01-06T11:00")], claims.Select(claim => claim.MeetingStartsAt).Order());
        Assert.Equal(stays.Id, claims.Single(claim => claim.MeetingStartsAt == World.At(Start)).Seats.Single().BookingId);
        Assert.Equal(claims.Max(claim => claim.Id), (await World.FindBookingAsync(goes.Id)).GroupId);
    }

    [Fact]
    public async Task Of_32_visitors_at_once_three_get_the_three_seats()
    {
        var outcomes = await Simultaneously.RunAsync(32, () => World.TryBookAsync(workshop, Start));

        Assert.Equal(3, outcomes.OfType<BookSlotOutcome.Booked>().Count());
        Assert.Equal(29, outcomes.OfType<BookSlotOutcome.SlotTaken>().Count());
        Assert.Equal([1, 2, 3], Assert.Single(await ClaimsAsync()).Seats.Select(seat => seat.Number).Order());
    }

    [Fact]
    public async Task The_database_by_itself_refuses_a_seat_number_twice()
    {
        var meeting = await World.BookAsync(workshop, Start);
        var claim = Assert.Single(await ClaimsAsync());

        await Assert.ThrowsAsync<DbUpdateException>(() =>
            World.AddAsync(SeatOwner.Booking(meeting.Id, OwnTime.None).Seat(claim.Id, 1)));
    }

    private Task<List<TimeClaim>> ClaimsAsync() => World.ReadAsync(db =>
        db.TimeClaims.AsNoTracking().Include(claim => claim.Seats).Where(claim => claim.OrganizationId == acme.Id).ToListAsync());

    private Task<CancelBookingOutcome> CancelAsync(BookedMeeting meeting) => World.RunAsync((CancelBooking cancel) =>
        cancel.RunAsync(new CancelBookingRequest(acme.Id, meeting.Id, null, meeting.Visitor), default));
}

public sealed class GroupMeetingTests_on_Sqlite(SqliteDatabase database) : GroupMeetingTests(database), IClassFixture<SqliteDatabase>;

public sealed class GroupMeetingTests_on_Postgres(PostgresDatabase database) : GroupMeetingTests(database), IClassFixture<PostgresDatabase>;
