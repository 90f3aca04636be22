using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace Portal.Core.Persistence;

/// <summary>
/// Who wants a transaction that only one can have at a time waits here for this process's turn, in order, holding neither a
/// thread nor a connection. Waiting in the database instead, SQLite lets them sleep and try again, and whoever is unlucky
/// sleeps for seconds; on PostgreSQL those who want the same host soon hold every connection there is.
/// </summary>
internal static class Turns
{
    // one for each host or file that was ever written to: as few as there are of these
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> All = new();

    /// <summary>Begins when it is this caller's turn for all of them; the turns end with the transaction.</summary>
    /// <param name="wanted">In one order for everybody, or two who want the same two wait for each other.</param>
    /// <param name="patience">For all of them together.</param>
    /// <exception cref="TimeoutException">The others did not come to an end.</exception>
    public static async Task<IDbContextTransaction> BeginAsync(
        IReadOnlyCollection<string> wanted, TimeSpan patience, Func<Task<IDbContextTransaction>> begin, CancellationToken ct)
    {
        var taken = new Stack<SemaphoreSlim>(wanted.Count);
        var began = Stopwatch.GetTimestamp();
        try
        {
            foreach (var one in wanted)
            {
                var turn = All.GetOrAdd(one, _ => new SemaphoreSlim(1));
                var left = patience - Stopwatch.GetElapsedTime(began);
                if (!await turn.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, ct))
                    throw new TimeoutException($"No turn within {patience.TotalSeconds} s.");
                taken.Push(turn);
            }

            return new Turn(await begin(), taken);
        }
        catch
        {
            End(taken);
            throw;
        }
    }

    /// <summary>True while somebody of this process has one of them.</summary>
    public static bool AreTaken(IEnumerable<string> wanted) => wanted.Any(one => All.TryGetValue(one, out var turn) && turn.CurrentCount == 0);

    private static void End(Stack<SemaphoreSlim> taken)
    {
        while (taken.TryPop(out var turn))
            turn.Release();
    }

    private sealed class Turn(IDbContextTransaction transaction, Stack<SemaphoreSlim> taken) : IDbContextTransaction
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
                End(taken);
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
                End(taken);
            }
        }
    }
}
