using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Notifications;

/// <summary>
/// Sends what is due (F1), at least once and to each reader of a booking in order, as many at a time as
/// <see cref="MailPace"/> says. Any number of nodes may run it: see <see cref="DeliverMessage"/>.
/// </summary>
public sealed class DeliverOutbox(PortalDbContext db, IServiceScopeFactory scopes, MailPace pace, IClock clock)
{
    public static readonly Duration GiveUpAfter = Duration.FromDays(5);

    /// <summary>Nodes that look at the same rows reach for different ones among so many.</summary>
    private const int Spread = 5;

    /// <returns>How many mails were sent.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var sent = 0;
        // one mail goes ahead: while the server is away, one attempt a run is enough
        var (width, most) = (1, 1);
        while (await ListDueAsync(most, ct) is { Count: > 0 } due)
        {
            var queue = new ConcurrentQueue<Guid>(due);
            var lanes = await Task.WhenAll(Enumerable.Range(0, Math.Min(width, due.Count)).Select(_ => EmptyAsync(queue, ct)));
            var batch = lanes.Sum(lane => lane.Sent);
            pace.NoteSent(batch);
            sent += batch;
            if (lanes.Any(lane => lane.Unreachable))
                return sent;
            width = pace.Lanes;
            most = width * MailPace.MailsOfLane;
        }

        return sent;
    }

    private async Task<IReadOnlyList<Guid>> ListDueAsync(int most, CancellationToken ct)
    {
        var due = await DueMessages.In(db, clock.GetCurrentInstant())
            .OrderBy(row => row.DueAt)
            .Select(row => row.Id)
            .Take(most * Spread)
            .ToArrayAsync(ct);
        Random.Shared.Shuffle(due);
        return new ArraySegment<Guid>(due, 0, Math.Min(most, due.Length));
    }

    private async Task<(int Sent, bool Unreachable)> EmptyAsync(ConcurrentQueue<Guid> queue, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var deliver = scope.ServiceProvider.GetRequiredService<DeliverMessage>();
        var sent = 0;
        while (queue.TryDequeue(out var id))
        {
            var outcome = await deliver.RunAsync(id, ct);
            if (outcome is SendOutcome.Unreachable)
            {
                queue.Clear();
                return (sent, true);
            }

            if (outcome is SendOutcome.Sent)
                sent++;
        }

        return (sent, false);
    }
}
