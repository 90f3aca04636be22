using Portal.Core.Video;
using Portal.Core.Video.Direct;
using Portal.Tests.Support;

namespace Portal.Tests.Core.Video;

public sealed class DirectRoomsTests
{
    private const string Room = "m-1";

    private readonly DirectRooms rooms = new(new FakeClock());

    [Fact]
    public void The_newest_connection_of_a_participant_has_the_seat()
    {
        var first = Seat(Guid.NewGuid(), "first");
        Assert.True(rooms.TryTake(first, out var nobody));
        Assert.Null(nobody);

        Assert.True(rooms.TryTake(first with { ConnectionId = "second" }, out var replaced));

        Assert.Same(first, replaced);

        Assert.False(rooms.Leave(first.Seat, "first"));
        Assert.Equal("second", Assert.Single(rooms.In(Room)).ConnectionId);
        Assert.True(rooms.Leave(first.Seat, "second"));
        Assert.Empty(rooms.In(Room));
    }

    [Fact]
    public void A_room_seats_four_and_lets_those_back_in_who_sit_in_it()
    {
        var seats = Enumerable.Range(0, DirectRooms.Capacity).Select(_ => Seat(Guid.NewGuid(), "x")).ToList();
        seats.ForEach(seat => Assert.True(rooms.TryTake(seat, out _)));

        Assert.False(rooms.TryTake(Seat(Guid.NewGuid(), "y"), out _));
        Assert.True(rooms.TryTake(seats[0], out _));
    }

    [Fact]
    public void Only_the_connection_that_has_the_seat_changes_what_it_sends()
    {
        var seat = Seat(Guid.NewGuid(), "now");
        rooms.TryTake(seat, out _);

        Assert.False(rooms.Change(seat.Seat, "before", new MediaState(true, true, false)));
        Assert.True(rooms.Change(seat.Seat, "now", new MediaState(true, false, false)));
        Assert.Equal(new MediaState(true, false, false), rooms.Find(Room, seat.ParticipantId)!.Media);
    }

    [Fact]
    [Trait("Req", "B14")]
    public async Task A_room_that_ends_sends_everybody_away_and_leaves_the_others_alone()
    {
        var told = new List<string>();
        rooms.TryTake(Seat(Guid.NewGuid(), "a", told), out _);
        rooms.TryTake(Seat(Guid.NewGuid(), "b", told), out _);
        var elsewhere = Seat(Guid.NewGuid(), "c", told);
        rooms.TryTake(elsewhere with { Seat = elsewhere.Seat with { RoomName = "m-2" } }, out _);

        await new DirectVideoProvider(null!, rooms).EndRoomAsync(Room, default);

        Assert.Equal(["a: ended", "b: ended"], told.Order());
        Assert.Empty(rooms.In(Room));
        Assert.Single(rooms.Everybody());
    }

    private static DirectSeat Seat(Guid participantId, string connectionId, List<string>? told = null) => new(
        new RoomSeat(Room, Guid.NewGuid(), participantId, "Somebody", false), connectionId, "page",
        reason =>
        {
            told?.Add($"{connectionId}: {reason}");
            return Task.CompletedTask;
        });
}
