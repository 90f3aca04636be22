using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Availability;
using Portal.Core.MeetingTypes;
using Portal.Core.Persistence;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Persistence;

/// <summary>Many ask for the same while the database takes long to answer: it is not asked as often as they come.</summary>
[Trait("Promise", "R27")]
public abstract class SlowDatabaseTests(PortalDatabase database) : WorldTests(database)
{
    private const int People = 8;

    private readonly SlowQueries queries = new();
    private World slow = null!;
    private MeetingType type = null!;

    public override async Task InitializeAsync()
    {
        slow = new World(World.Database, services => services
            .ConfigureDbContext<SqlitePortalDbContext>(options => options.AddInterceptors(queries))
            .ConfigureDbContext<PostgresPortalDbContext>(options => options.AddInterceptors(queries)));
        var acme = await slow.AddOrganizationAsync();
        type = await slow.AddMeetingTypeAsync(acme, [await slow.AddHostAsync(acme)]);
    }

    public override async Task DisposeAsync()
    {
        await slow.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Who_looks_at_a_calendar_meanwhile_is_shown_what_is_being_read()
    {
        var before = await slow.OfferedAsync(type);
        slow.Clock.Advance(AvailabilityCache.TrustedFor);

        var seen = await WhileSlowAsync(() => slow.OfferedAsync(type));

        Assert.All(seen, offered => Assert.Equal(before, offered));
        Assert.Equal(1, queries.Answered);
    }

    [Fact]
    public async Task Who_asks_at_a_door_that_changes_all_the_time_is_shown_what_is_read_after_they_asked()
    {
        var readings = 0;
        queries.Before = sql =>
        {
            if (!sql.Contains("FROM \"Organizations\"", StringComparison.Ordinal))
                return Task.CompletedTask;
            readings++;
            return slow.RunAsync((Doors doors) =>
            {
                doors.Ring(type.OrganizationId);
                return Task.FromResult(true);
            });
        };

        await WhileSlowAsync(() => slow.RunAsync((Doors doors) => doors.FindAsync(type.OrganizationId, default)));

        // one that had begun, and one for all who came after that
        Assert.InRange(readings, 1, 2);
    }

    private async Task<T[]> WhileSlowAsync<T>(Func<Task<T>> ask)
    {
        queries.Hold();
        var people = Enumerable.Range(0, People).Select(_ => Task.Run(ask)).ToList();
        await queries.Asked;
        // the others are on their way
        await Task.Delay(200);
        queries.Answer();
        return await Task.WhenAll(people);
    }

    private sealed class SlowQueries : DbCommandInterceptor
    {
        private TaskCompletionSource asked = new(), answered = new();
        private int count;

        public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

        public Task Asked => asked.Task;

        public int Answered => count;

        public SlowQueries() => answered.SetResult();

        public void Hold() => (asked, answered, count) = (new(), new(), 0);

        public void Answer() => answered.SetResult();

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref count);
            await Before(command.CommandText);
            asked.TrySetResult();
            await answered.Task;
            return result;
        }
    }
}

public sealed class SlowDatabaseTests_on_Sqlite(SqliteDatabase database) : SlowDatabaseTests(database), IClassFixture<SqliteDatabase>;

public sealed class SlowDatabaseTests_on_Postgres(PostgresDatabase database) : SlowDatabaseTests(database), IClassFixture<PostgresDatabase>;
