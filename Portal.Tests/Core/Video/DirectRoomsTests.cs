using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Operations;
using Portal.Core.Video;
using Portal.Core.Video.Direct;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Video;

public abstract class DirectRoomsTests(PortalDatabase database) : CallTests(database)
{
    private static readonly MediaState Media = new(true, true, false);

    private readonly string room = $"m-{Guid.NewGuid():N}";

    [Fact]
    public async Task The_newest_connection_of_a_participant_has_the_seat()
    {
        var seat = Seat();
        Assert.Null((await TakeAsync(seat, "first"))!.Replaced);

        Assert.Equal("first", (await TakeAsync(seat, "second"))!.Replaced);

        Assert.False(await LeaveSeatAsync(seat, "first"));
        Assert.Equal("second", Assert.Single(await InAsync()).ConnectionId);
        Assert.True(await LeaveSeatAsync(seat, "second"));
        Assert.Empty(await InAsync());
    }

    [Fact]
    public async Task A_room_seats_four_and_lets_those_back_in_who_sit_in_it()
    {
        var first = Seat();
        Assert.NotNull(await TakeAsync(first, "x"));
        for (var seated = 1; seated < DirectRooms.Capacity; seated++)
            Assert.NotNull(await TakeAsync(Seat(), "x"));

        Assert.Null(await TakeAsync(Seat(), "y"));
        Assert.NotNull(await TakeAsync(first, "z"));
    }

    [Fact]
    public async Task Of_many_who_come_at_once_as_many_sit_down_as_there_are_seats()
    {
        var taken = await Simultaneously.RunAsync(8, () => TakeAsync(Seat(), Guid.NewGuid().ToString()));

        Assert.Equal(DirectRooms.Capacity, taken.Count(seat => seat is not null));
        Assert.Equal(DirectRooms.Capacity, (await InAsync()).Count);
    }

    [Fact]
    public async Task Only_the_connection_that_has_the_seat_changes_what_it_sends()
    {
        var seat = Seat();
        await TakeAsync(seat, "now");

        Assert.False(await ChangeAsync(seat, "before"));
        Assert.True(await ChangeAsync(seat, "now"));
        Assert.Equal(new MediaState(true, false, false), Assert.Single(await InAsync()).Media);
    }

    [Fact]
    [Trait("Req", "B14")]
    public async Task A_room_that_ends_sends_everybody_away_and_leaves_the_others_alone()
    {
        await TakeAsync(Seat(), "a");
        await TakeAsync(Seat(), "b");
        await TakeAsync(Seat() with { RoomName = $"{room}-other" }, "c");

        await World.RunAsync(async (DirectVideoProvider provider) =>
        {
            await provider.EndRoomAsync(new ProviderRoom(room, room), default);
            return true;
        });

        Assert.Equal(["a: ended", "b: ended"], Told.Order());
        Assert.Empty(await InAsync());
        Assert.Single(await World.RunAsync((DirectRooms rooms) => rooms.InAsync($"{room}-other", default)));
    }

    [Fact]
    [Trait("Req", "F12")]
    public async Task Whoever_sits_on_another_node_is_there_until_that_node_is_silent()
    {
        await using var other = NewPortal(World.Database);
        var seat = Seat();
        await AnnounceAsync(other);
        await other.RunAsync((DirectRooms rooms) => rooms.TakeAsync(seat, "there", "page", Media, default));
        World.Clock.Set(other.Now + Node.Patience);
        Assert.Single(await InAsync());

        World.Clock.Advance(Duration.FromSeconds(1));

        Assert.Empty(await InAsync());
        // the seat can be had again, also by the same participant
        Assert.Equal("there", (await TakeAsync(seat, "here"))!.Replaced);
    }

    [Fact]
    [Trait("Req", "F12"), Trait("Req", "X9")]
    public async Task People_of_a_node_that_died_are_missed_and_have_half_a_minute_to_come_back()
    {
        await SweepAsync();
        Wait(Duration.FromMinutes(1));
        var (host, visitor) = await MeetAsync();
        await using var other = NewPortal(World.Database);
        other.Clock.Set(World.Now);
        await AnnounceAsync(other);
        await SitDownAsync(other, visitor, "there");
        await SitDownAsync(World, host, "here");
        Wait(Node.Patience + Duration.FromSeconds(1));

        await ClearAsync();

        Assert.Contains($"here: missed {visitor.ParticipantId}", Told);
        Assert.Equal(World.Now, (await World.FindVisitorAsync(Meeting)).DisconnectedAt);
        Wait(LoseConnection.Patience);
        await SweepAsync();
        Assert.False((await World.FindVisitorAsync(Meeting)).IsInCall);
        Assert.Equal(BookingStatus.InProgress, await StatusAsync());
    }

    [Fact]
    [Trait("Req", "F12")]
    public async Task Two_nodes_miss_a_dead_one_once()
    {
        await using var other = NewPortal(World.Database);
        other.Clock.Set(World.Now);
        await AnnounceAsync(other);
        await other.RunAsync((DirectRooms rooms) => rooms.TakeAsync(Seat(), "there", "page", Media, default));
        Wait(Node.Patience + Duration.FromSeconds(1));

        var cleared = await Simultaneously.RunAsync(2, () => World.RunAsync((DirectRooms rooms) => rooms.ClearGoneAsync(default)));

        Assert.Single(cleared.SelectMany(seats => seats), seat => seat.RoomName == room);
    }

    [Fact]
    public async Task What_nobody_heard_is_forgotten()
    {
        var connection = $"gone-{Guid.NewGuid():N}";
        await World.AddAsync(new CallMessage { ConnectionId = connection, Method = "Signal", Arguments = "[]", SaidAt = World.Now });
        Wait(Duration.FromMinutes(2));

        await ClearAsync();

        Assert.Equal(0, await World.ReadAsync(db => db.CallMessages.CountAsync(row => row.ConnectionId == connection)));
    }

    private RoomSeat Seat() => new(room, Guid.NewGuid(), Guid.NewGuid(), "Somebody", false);

    private Task<TakenSeat?> TakeAsync(RoomSeat seat, string connection) =>
        World.RunAsync((DirectRooms rooms) => rooms.TakeAsync(seat, connection, "page", Media, default));

    private Task<bool> LeaveSeatAsync(RoomSeat seat, string connection) =>
        World.RunAsync((DirectRooms rooms) => rooms.LeaveAsync(seat, connection, default));

    private Task<bool> ChangeAsync(RoomSeat seat, string connection) =>
        World.RunAsync((DirectRooms rooms) => rooms.ChangeAsync(seat, connection, new MediaState(true, false, false), default));

    private Task<List<CallSeat>> InAsync() => World.RunAsync((DirectRooms rooms) => rooms.InAsync(room, default));

    private Task<int> ClearAsync() => World.RunAsync((ClearGoneSeats sweep) => sweep.RunAsync(default));

    private static Task<bool> AnnounceAsync(World portal) => portal.RunAsync(async (AnnounceNode announce) =>
    {
        await announce.RunAsync(default);
        return true;
    });
}

public sealed class DirectRoomsTests_on_Sqlite(SqliteDatabase database) : DirectRoomsTests(database), IClassFixture<SqliteDatabase>;

public sealed class DirectRoomsTests_on_Postgres(PostgresDatabase database) : DirectRoomsTests(database), IClassFixture<PostgresDatabase>;
