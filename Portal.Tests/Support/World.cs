using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Portal.Core;
using Portal.Core.Persistence;
using Portal.Core.Video;
using Portal.Core.Video.Accounts;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Support;

/// <summary>
/// A small world on a database: a clock that stands still, every use case of Core, and short ways to make organisations,
/// people, meeting types (<see cref="WorldPeople"/>) and bookings (<see cref="WorldBookings"/>).
/// </summary>
public sealed class World : IAsyncDisposable
{
    public static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    private readonly ServiceProvider services;

    /// <param name="configure">Further registrations, or others than the usual: the last one wins.</param>
    public World(PortalDatabase database, Action<IServiceCollection>? configure = null)
    {
        Database = database;
        var registrations = new ServiceCollection()
            .AddLogging()
            .Configure<Microsoft.AspNetCore.Identity.IdentityOptions>(Portal.Core.Organizations.AccountRules.Apply)
            .AddPortalDatabase(database.Options)
            .AddSingleton<IClock>(Clock)
            .AddPortalCore()
            // what a meeting type may choose; the providers themselves come with AddPortalVideo
            .AddScoped<VideoProviders>()
            .AddScoped<VideoAccounts>()
            .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        ConfigureContext<SqlitePortalDbContext>(registrations);
        ConfigureContext<PostgresPortalDbContext>(registrations);
        configure?.Invoke(registrations);
        services = registrations.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public PortalDatabase Database { get; }

    public FakeClock Clock { get; } = new();

    public Instant Now => Clock.GetCurrentInstant();

    /// <summary>
    /// Done once, just before the next use case writes: what somebody else does between its look and its act.
    /// </summary>
    public Func<Task>? BeforeNextSave { get; set; }

    /// <summary>Runs one use case as the portal does: in a scope, and so with a context, of its own.</summary>
    /// <example><c>await world.RunAsync((CancelBooking cancel) => cancel.RunAsync(request, default))</c></example>
    public async Task<TOutcome> RunAsync<TUseCase, TOutcome>(Func<TUseCase, Task<TOutcome>> act)
        where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>Reads with a context nothing was done in before.</summary>
    public async Task<T> ReadAsync<T>(Func<PortalDbContext, Task<T>> query)
    {
        await using var db = Database.NewContext();
        return await query(db);
    }

    /// <summary>Changes rows behind the use cases' backs, and saves.</summary>
    public async Task ChangeAsync(Func<PortalDbContext, Task> change)
    {
        await using var db = Database.NewContext();
        await change(db);
        await db.SaveChangesAsync();
        services.GetRequiredService<Portal.Core.Availability.AvailabilityCache>().Clear();
    }

    /// <summary>Adds entities as they are.</summary>
    public Task AddAsync(params object[] entities) => ChangeAsync(db =>
    {
        db.AddRange(entities);
        return Task.CompletedTask;
    });

    /// <summary>The moment a clock in Berlin shows this: <c>2026-01-06T10:00</c>.</summary>
    public static Instant At(string wallTime) =>
        NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(wallTime).Value
            .InZoneStrictly(Berlin).ToInstant();

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private void ConfigureContext<TContext>(IServiceCollection registrations)
        where TContext : PortalDbContext =>
        registrations.ConfigureDbContext<TContext>(options => options.AddInterceptors(new Interruption(this)));

    private sealed class Interruption(World world) : SaveChangesInterceptor
    {
        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (world.BeforeNextSave is { } act)
            {
                world.BeforeNextSave = null;
                await act();
            }

            return result;
        }
    }
}
