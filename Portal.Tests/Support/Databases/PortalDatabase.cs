using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Tests.Support.Databases;

/// <summary>
/// A migrated database of one test class. The tests of a class share it and stay apart by each making an organisation of
/// its own; see <see cref="World"/>.
/// </summary>
public abstract class PortalDatabase : IAsyncLifetime
{
    /// <summary>Set once <see cref="InitializeAsync"/> has run.</summary>
    public DatabaseOptions Options { get; } = new();

    public abstract PortalDbContext NewContext();

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    /// <summary>Takes away the database's own refusal of overlapping claims, to show what a test sees without it.</summary>
    public abstract Task DropHostTimeGuardAsync();

    protected async Task ExecuteAsync(string sql)
    {
        await using var db = NewContext();
        await db.Database.ExecuteSqlRawAsync(sql);
    }
}
