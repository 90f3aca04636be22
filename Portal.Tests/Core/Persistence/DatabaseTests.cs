using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Persistence;

public abstract class DatabaseTests(PortalDatabase database) : WorldTests(database)
{
    [Fact]
    [Trait("Req", "B20")]
    public async Task The_migrations_make_the_model_and_all_of_them_are_applied()
    {
        await using var db = World.Database.NewContext();

        Assert.False(db.Database.HasPendingModelChanges(), "The model was changed without a migration of this set: see the README of Portal.Core/Persistence.");
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task Text_zones_and_moments_come_back_as_they_went_in()
    {
        var acme = await World.AddOrganizationAsync();
        var meeting = await World.BookAsync(await World.AddMeetingTypeAsync(acme, [await World.AddHostAsync(acme, "Zoë 石")]), "2026-01-06T10:00");

        var booking = await World.ReadAsync(db => db.Bookings.Include(row => row.Host).SingleAsync(row => row.Id == meeting.Id));

        Assert.Equal("Zoë 石", booking.Host!.DisplayName);
        Assert.Equal((World.At("2026-01-06T10:00"), World.Berlin), (booking.StartsAt, booking.HostZone));
    }
}

public sealed class DatabaseTests_on_Sqlite(SqliteDatabase database) : DatabaseTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    [Trait("Promise", "R1")]
    public async Task A_connection_that_is_given_no_patience_is_set_for_durability_too()
    {
        var file = Path.GetTempFileName();
        var options = new DbContextOptionsBuilder<SqlitePortalDbContext>();
        PersistenceServices.UseSqlite(options, $"Data Source={file};Default Timeout=0;Pooling=false");
        await using (var db = new SqlitePortalDbContext(options.Options))
            Assert.Equal("wal", (await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").ToListAsync()).Single());
        File.Delete(file);
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    // 2 is FULL: an acknowledged booking survives a power cut
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [Trait("Promise", "R1")]
    public async Task Every_connection_is_set_for_durability(string pragma, string expected)
    {
        for (var opening = 0; opening < 2; opening++)
        {
            await using var db = World.Database.NewContext();
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            Assert.Equal(expected, Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}

public sealed class DatabaseTests_on_Postgres(PostgresDatabase database) : DatabaseTests(database), IClassFixture<PostgresDatabase>;
