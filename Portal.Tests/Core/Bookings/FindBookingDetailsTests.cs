using Portal.Core.Bookings;
using Portal.Core.Organizations;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Bookings;

[Trait("Req", "B12")]
public abstract class FindBookingDetailsTests(PortalDatabase database) : WorldTests(database)
{
    [Fact]
    public async Task People_history_and_mails_of_a_booking_are_told_in_order()
    {
        var acme = await World.AddOrganizationAsync();
        var ada = await World.AddHostAsync(acme);
        var meeting = await World.BookAndWaitAsync(await World.AddMeetingTypeAsync(acme, [ada]), "2026-01-06T10:00");
        await World.RunAsync((AdmitParticipant admit) => admit.RunAsync(new AdmitParticipantRequest(acme.Id, meeting.VisitorId, ada.AsActor()), default));

        var details = (await FindAsync(acme, meeting.Id))!;

        Assert.Equal(["Vera Visitor", "Ada"], details.Participants.Select(person => person.Name));
        Assert.Equal(World.Now, details.Participants[0].ApprovedAt);
        Assert.Equal(["booking.confirmed", "visitor.waiting", "visitor.admitted"], details.History.Select(line => line.Action));
        Assert.Equal("Ada", details.History[^1].ActorName);
        Assert.Equal(["Ada", "Vera Visitor"], details.Mails.Select(mail => mail.Recipient).Order(StringComparer.Ordinal));
        Assert.All(details.Mails, mail => Assert.Null(mail.SentAt));
        Assert.Equal("Ada", details.HostName);
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task Another_organisations_booking_is_not_found()
    {
        var acme = await World.AddOrganizationAsync();
        var meeting = await World.BookAsync(await World.AddMeetingTypeAsync(acme, [await World.AddHostAsync(acme)]), "2026-01-06T10:00");

        Assert.Null(await FindAsync(await World.AddOrganizationAsync(), meeting.Id));
    }

    private Task<BookingDetails?> FindAsync(Organization organization, Guid bookingId) =>
        World.RunAsync((FindBookingDetails find) => find.RunAsync(organization.Id, bookingId, default));
}

public sealed class FindBookingDetailsTests_on_Sqlite(SqliteDatabase database) : FindBookingDetailsTests(database), IClassFixture<SqliteDatabase>;

public sealed class FindBookingDetailsTests_on_Postgres(PostgresDatabase database) : FindBookingDetailsTests(database), IClassFixture<PostgresDatabase>;
