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
        Assert.Null(rooms.Take(first));

        Assert.Same(first, rooms.Take(first with { ConnectionId = "second" }));

        Assert.False(rooms.Leave(first.Seat, "first"));
        Assert.Equal("second", Assert.Single(rooms.In(Room)).ConnectionId);
        Assert.True(rooms.Leave(first.Seat, "second"));
        Assert.Empty(rooms.In(Room));
    }

    [Fact]
    public void A_room_seats_four_and_lets_those_back_in_who_sit_in_it()
    {
        var seats = Enumerable.Range(0, DirectRooms.Capacity).Select(_ => Seat(Guid.NewGuid(), "x")).ToList();
        seats.ForEach(seat => rooms.Take(seat));

        Assert.False(rooms.HasSpaceFor(Seat(Guid.NewGuid(), "y").Seat));
        Assert.True(rooms.HasSpaceFor(seats[0].Seat));
    }

    [Fact]
    public void Only_the_connection_that_has_the_seat_changes_what_it_sends()
    {
        var seat = Seat(Guid.NewGuid(), "now");
        rooms.Take(seat);

        Assert.False(rooms.Change(seat.Seat, "before", new MediaState(true, true, false)));
        Assert.True(rooms.Change(seat.Seat, "now", new MediaState(true, false, false)));
        Assert.Equal(new MediaState(true, false, false), rooms.Find(Room, seat.ParticipantId)!.Media);
    }

    [Fact]
    [Trait("Req", "B14")]
    public async Task A_room_that_ends_sends_everybody_away_and_leaves_the_others_alone()
    {
        var told = new List<string>();
        rooms.Take(Seat(Guid.NewGuid(), "a", told));
        rooms.Take(Seat(Guid.NewGuid(), "b", told));
        var elsewhere = Seat(Guid.NewGuid(), "c", told);
        rooms.Take(elsewhere with { Seat = elsewhere.Seat with { RoomName = "m-2" } });

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
