using Microsoft.EntityFrameworkCore.Storage;

namespace Portal.Core.Persistence;

/// <summary>
/// Who wants a transaction that only one can have at a time waits here for this process's turn, in order, holding neither a
/// thread nor a connection. Waiting in the database instead, SQLite lets them sleep and try again, and whoever is unlucky
/// sleeps for seconds; on PostgreSQL those who want the same host soon hold every connection there is.
/// </summary>
internal static class Turns
{
    // the end of the last in each line; who wants several joins all lines at once, or they would keep those whose turn they
    // have waiting while they begin at the end of the next line
    private static readonly Dictionary<string, Task> Last = [];

    private static readonly Lock Joining = new();

    /// <summary>Begins when it is this caller's turn for all of them; the turn ends with the transaction.</summary>
    /// <exception cref="TimeoutException">Those before did not come to an end within the patience.</exception>
    public static async Task<IDbContextTransaction> BeginAsync(
        IReadOnlyCollection<string> wanted, TimeSpan patience, Func<Task<IDbContextTransaction>> begin, CancellationToken ct)
    {
        var own = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var before = Join(wanted, own.Task);
        try
        {
            await before.WaitAsync(patience, ct);
            return new Turn(await begin(), () => End(wanted, own));
        }
        catch
        {
            // whoever comes next still waits for those before
            _ = before.ContinueWith(_ => End(wanted, own), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            throw;
        }
    }

    /// <summary>True while somebody of this process has, or waits for, one of them.</summary>
    public static bool AreTaken(IEnumerable<string> wanted)
    {
        lock (Joining)
            return wanted.Any(Last.ContainsKey);
    }

    private static Task Join(IReadOnlyCollection<string> wanted, Task own)
    {
        lock (Joining)
        {
            var before = Task.WhenAll(wanted.Select(one => Last.GetValueOrDefault(one, Task.CompletedTask)));
            foreach (var one in wanted)
                Last[one] = own;
            return before;
        }
    }

    private static void End(IReadOnlyCollection<string> wanted, TaskCompletionSource own)
    {
        lock (Joining)
            foreach (var one in wanted.Where(one => Last.GetValueOrDefault(one) == own.Task))
                Last.Remove(one);
        own.TrySetResult();
    }

    private sealed class Turn(IDbContextTransaction transaction, Action end) : IDbContextTransaction
    {
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
                end();
            }
        }

        public async ValueTask DisposeAsync()
        {
            // also when the database fails to take back what was begun: nobody else could ever have a turn
            try
            {
                await transaction.DisposeAsync();
            }
            finally
            {
                end();
            }
        }
    }
}
