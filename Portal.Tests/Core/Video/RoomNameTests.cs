using Portal.Core.Video;

namespace Portal.Tests.Core.Video;

public sealed class RoomNameTests
{
    private static readonly Guid Booking = Guid.Parse("01941f29-7c00-7000-8000-000000000001");

    [Fact]
    [Trait("Req", "X5")]
    public void The_name_stays_the_same_and_shows_nothing_of_the_booking()
    {
        var name = RoomName.For(Booking, 0);

        Assert.Equal(name, RoomName.For(Booking, 0));
        Assert.Matches("^m-[0-9a-f]{32}$", name);
        Assert.DoesNotContain(Booking.ToString("N")[..8], name, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "X4")]
    public void Every_epoch_and_every_booking_has_a_room_of_its_own()
    {
        var names = new[] { RoomName.For(Booking, 0), RoomName.For(Booking, 1), RoomName.For(Guid.NewGuid(), 0) };

        Assert.Equal(3, names.Distinct().Count());
    }
}
