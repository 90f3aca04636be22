using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Bookings;

/// <summary>A copy of the database opens no meeting.</summary>
public abstract class TokenSecrecyTests(PortalDatabase database) : WorldTests(database)
{
    [Fact]
    public async Task The_token_of_a_link_is_in_no_column_of_the_database()
    {
        var meeting = await BookAsync();
        await World.RunAsync((CancelBooking cancel) => cancel.RunAsync(
            new CancelBookingRequest(meeting.OrganizationId, meeting.Id, "Ill", meeting.Visitor), default));

        Assert.Equal(0, await CountValuesAsync(Encoding.UTF8.GetBytes(meeting.Token)));
        Assert.Equal(0, await CountValuesAsync(System.Buffers.Text.Base64Url.DecodeFromChars(meeting.Token)));
        // the same search finds what is there: as text, and as bytes
        Assert.NotEqual(0, await CountValuesAsync("vera@visitor.test"u8.ToArray()));
        Assert.Equal(1, await CountValuesAsync(AccessLink.HashOf(meeting.Token)));
    }

    [Fact]
    public async Task A_token_is_256_random_bits_and_finds_its_holder()
    {
        var (first, second) = (await BookAsync(), await BookAsync());

        var holder = await World.RunAsync((FindAccessLink find) => find.RunAsync(first.Token, default));

        Assert.Equal(new LinkHolder(first.VisitorId, first.Id, first.OrganizationId, "Vera Visitor", "vera@visitor.test", LinkPurpose.Manage), holder);
        Assert.Equal(32, System.Buffers.Text.Base64Url.DecodeFromChars(first.Token).Length);
        Assert.NotEqual(first.Token, second.Token);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not-a-token")]
    public async Task A_token_never_issued_finds_nobody(string token)
    {
        await BookAsync();

        Assert.Null(await World.RunAsync((FindAccessLink find) => find.RunAsync(token, default)));
    }

    [Fact]
    public async Task A_link_dies_thirty_days_after_the_meeting()
    {
        var meeting = await BookAsync();

        World.Clock.Set(World.At("2026-01-06T10:30") + Duration.FromDays(30) - Duration.FromSeconds(1));
        Assert.NotNull(await World.RunAsync((FindAccessLink find) => find.RunAsync(meeting.Token, default)));
        World.Clock.Advance(Duration.FromSeconds(1));
        Assert.Null(await World.RunAsync((FindAccessLink find) => find.RunAsync(meeting.Token, default)));
    }

    private async Task<BookedMeeting> BookAsync()
    {
        var acme = await World.AddOrganizationAsync();
        return await World.BookAsync(await World.AddMeetingTypeAsync(acme, [await World.AddHostAsync(acme)]), "2026-01-06T10:00");
    }

    /// <summary>How many values in all rows of all tables hold these bytes.</summary>
    private async Task<int> CountValuesAsync(byte[] searched)
    {
        await using var db = World.Database.NewContext();
        await db.Database.OpenConnectionAsync();
        var found = 0;
        foreach (var table in db.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                found += Enumerable.Range(0, reader.FieldCount).Count(column => Holds(reader.GetValue(column), searched));
        }

        return found;
    }

    private static bool Holds(object value, byte[] searched) =>
        (value as byte[] ?? Encoding.UTF8.GetBytes(value.ToString()!)).AsSpan().IndexOf(searched) >= 0;
}

public sealed class TokenSecrecyTests_on_Sqlite(SqliteDatabase database) : TokenSecrecyTests(database), IClassFixture<SqliteDatabase>;

public sealed class TokenSecrecyTests_on_Postgres(PostgresDatabase database) : TokenSecrecyTests(database), IClassFixture<PostgresDatabase>;
