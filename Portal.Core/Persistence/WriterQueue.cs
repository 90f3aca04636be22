using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;

namespace Portal.Core.Persistence;

/// <summary>
/// Who wants to write to a SQLite file waits here, in order, without a thread: SQLite itself lets them sleep and try again,
/// and whoever is unlucky sleeps for seconds.
/// </summary>
internal static class WriterQueue
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new();

    /// <exception cref="TimeoutException">The queue did not move on.</exception>
    public static async Task<IDbContextTransaction> BeginAsync(
        SqliteConnection connection, Func<Task<IDbContextTransaction>> begin, CancellationToken ct)
    {
        var patience = TimeSpan.FromSeconds(connection.DefaultTimeout);
        var turn = Turns.GetOrAdd(connection.ConnectionString, _ => new SemaphoreSlim(1));
        if (!await turn.WaitAsync(patience, ct))
            throw new TimeoutException($"No turn to write within {patience.TotalSeconds} s.");
        try
        {
            return new Turn(await begin(), turn);
        }
        catch
        {
            turn.Release();
            throw;
        }
    }

    private sealed class Turn(IDbContextTransaction transaction, SemaphoreSlim turn) : IDbContextTransaction
    {
        private int over;

        public Guid TransactionId => transaction.TransactionId;

        public void Commit() => transaction.Commit();

        public Task CommitAsync(CancellationToken cancellationToken = default) => transaction.CommitAsync(cancellationToken);

        public void Rollback() => transaction.Rollback();

        public Task RollbackAsync(CancellationToken cancellationToken = default) => transaction.RollbackAsync(cancellationToken);

        public void Dispose()
        {
            try
            {
                transaction.Dispose();
            }
            finally
            {
                End();
            }
        }

        public async ValueTask DisposeAsync()
        {
            // also when the database fails to take back what was begun: nobody else could ever write
            try
            {
                await transaction.DisposeAsync();
            }
            finally
            {
                End();
            }
        }

        private void End()
        {
            if (Interlocked.Exchange(ref over, 1) == 0)
                turn.Release();
        }
    }
}
