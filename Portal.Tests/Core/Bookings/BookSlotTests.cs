using Portal.Core.Bookings;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Bookings;

public abstract class BookSlotTests(PortalDatabase database) : WorldTests(database)
{
    [Fact]
    [Trait("Req", "F4")]
    public async Task An_open_slot_can_be_booked()
    {
        var acme = await World.AddOrganizationAsync();
        var ada = await World.AddHostAsync(acme);
        var type = await World.AddMeetingTypeAsync(acme, [ada]);

        var meeting = await World.BookAsync(type, "2026-01-06T10:00");

        var booking = await World.FindBookingAsync(meeting.Id);
        Assert.Equal(BookingStatus.Confirmed, booking.Status);
        Assert.Equal(World.At("2026-01-06T10:00"), booking.StartsAt);
    }
}

public sealed class BookSlotTests_on_Sqlite(SqliteDatabase database) : BookSlotTests(database), IClassFixture<SqliteDatabase>;

public sealed class BookSlotTests_on_Postgres(PostgresDatabase database) : BookSlotTests(database), IClassFixture<PostgresDatabase>;
