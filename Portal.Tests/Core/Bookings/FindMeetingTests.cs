using Portal.Core.Bookings;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Bookings;

public abstract class FindMeetingTests(PortalDatabase database) : WorldTests(database)
{
    [Fact]
    public async Task A_visitor_sees_who_they_meet_when_and_what_they_wrote()
    {
        var (meeting, slug) = await BookedAsync();

        var found = await FindAsync(meeting);

        Assert.Equal(("Acme Support", slug, "Intro call", "Ada"), (found.OrganizationName, found.OrganizationSlug, found.TypeName, found.HostName));
        Assert.Equal((World.At("2026-01-06T10:00"), World.At("2026-01-06T10:30"), World.Berlin), (found.StartsAt, found.EndsAt, found.Zone));
        Assert.Equal(("Vera Visitor", "vera@visitor.test", BookingStatus.Confirmed), (found.VisitorName, found.VisitorEmail, found.Status));
    }

    [Theory, Trait("Req", "A10")]
    [InlineData("2026-01-06T09:44", false, true, true, false)]
    [InlineData("2026-01-06T09:45", true, true, true, false)]
    [InlineData("2026-01-06T10:00", true, false, true, false)]
    [InlineData("2026-01-06T10:29", true, false, true, false)]
    [InlineData("2026-01-06T10:30", false, false, false, true)]
    public async Task What_can_be_done_with_it_depends_on_the_moment(string now, bool join, bool move, bool cancel, bool over)
    {
        var (meeting, _) = await BookedAsync();
        World.Clock.Set(World.At(now));

        var found = await FindAsync(meeting);

        Assert.Equal((join, move, cancel, over), (found.CanJoin, found.CanMove, found.CanCancel, found.IsOver));
    }

    [Fact]
    public async Task A_cancelled_one_tells_the_reason_and_takes_nothing_more()
    {
        var (meeting, _) = await BookedAsync();
        await World.RunAsync((CancelBooking cancel) =>
            cancel.RunAsync(new CancelBookingRequest(meeting.OrganizationId, meeting.Id, "Solved by mail.", meeting.Visitor), default));

        var found = await FindAsync(meeting);

        Assert.Equal((BookingStatus.Cancelled, "Solved by mail.", true), (found.Status, found.StatusReason, found.IsOver));
        Assert.Equal((false, false, false), (found.CanJoin, found.CanMove, found.CanCancel));
    }

    private async Task<(BookedMeeting Meeting, string Slug)> BookedAsync()
    {
        var acme = await World.AddOrganizationAsync();
        var type = await World.AddMeetingTypeAsync(acme, [await World.AddHostAsync(acme)]);
        return (await World.BookAsync(type, "2026-01-06T10:00"), acme.Slug);
    }

    private Task<VisitorMeeting> FindAsync(BookedMeeting meeting) =>
        World.RunAsync((FindMeeting find) => find.RunAsync(meeting.Id, default));
}

public sealed class FindMeetingTests_on_Sqlite(SqliteDatabase database) : FindMeetingTests(database), IClassFixture<SqliteDatabase>;

public sealed class FindMeetingTests_on_Postgres(PostgresDatabase database) : FindMeetingTests(database), IClassFixture<PostgresDatabase>;
