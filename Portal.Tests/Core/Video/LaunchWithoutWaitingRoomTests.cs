using Portal.Core.Bookings;
using Portal.Core.Video;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Video;

public sealed class LaunchWithoutWaitingRoomTests(SqliteDatabase database) : CallTests(database), IClassFixture<SqliteDatabase>
{
    protected override bool HasWaitingRoom => false;

    [Fact]
    [Trait("Req", "B11")]
    public async Task A_visitor_inside_the_window_goes_straight_in()
    {
        Assert.IsType<JoinCallOutcome.Granted>(await LaunchAsync(AsVisitor()));

        var booking = await FindBookingAsync();
        var visitor = booking.Participants.Single(participant => participant.Id == Meeting.VisitorId);
        Assert.Equal((Admission.Admitted, (Guid?)null), (visitor.Admission, visitor.ApprovedBy));
        Assert.Equal(BookingStatus.InProgress, booking.Status);
    }
}
