using Microsoft.Extensions.DependencyInjection;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Support;

/// <summary>
/// Tests of use cases, written once and run on both databases: <c>abstract class CancelBookingTests(PortalDatabase
/// database) : WorldTests(database)</c> and two sealed classes that only name a database,
/// <c>CancelBookingTests_on_Sqlite(SqliteDatabase database) : CancelBookingTests(database), IClassFixture&lt;SqliteDatabase&gt;</c>.
/// </summary>
public abstract class WorldTests(PortalDatabase database, Action<IServiceCollection>? configure = null) : IAsyncLifetime
{
    protected World World { get; } = new(database, configure);

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual async Task DisposeAsync() => await World.DisposeAsync();
}
