using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Notifications;

/// <summary>
/// Sends what is due (F1), at least once and to each reader of a booking in order. Any number of workers may run it: a row
/// is leased before it is sent, and a lease whose worker died runs out.
/// </summary>
public sealed partial class DeliverOutbox(
    PortalDbContext db, RenderMessage render, IMailTransport transport, IClock clock, ILogger<DeliverOutbox> logger)
{
    /// <summary>Longer than any transport's own patience.</summary>
    public static readonly Duration Lease = Duration.FromMinutes(2);

    public static readonly Duration GiveUpAfter = Duration.FromDays(5);

    private const int LookAhead = 50;

    /// <returns>How many mails were sent.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var sent = 0;
        while (await ListDueAsync(ct) is { Count: > 0 } due)
        {
            foreach (var id in due)
            {
                var outcome = await DeliverAsync(id, ct);
                if (outcome is SendOutcome.Sent)
                    sent++;
                if (outcome is SendOutcome.Unreachable)
                    return sent;
            }
        }

        return sent;
    }

    private async Task<List<Guid>> ListDueAsync(CancellationToken ct) => await Due(clock.GetCurrentInstant())
        .OrderBy(row => row.DueAt)
        .Select(row => row.Id)
        .Take(LookAhead)
        .ToListAsync(ct);

    /// <summary>Rows nobody has in hand, each the oldest one still to be sent to its reader about its booking.</summary>
    private IQueryable<OutboxMessage> Due(Instant now) => db.Outbox.Where(row =>
        row.SentAt == null && row.FailedAt == null && row.DueAt <= now
        && (row.LeasedUntil == null || row.LeasedUntil <= now)
        && !db.Outbox.Any(earlier =>
            earlier.BookingId == row.BookingId && earlier.ParticipantId == row.ParticipantId
            && earlier.SentAt == null && earlier.FailedAt == null && earlier.CreatedAt < row.CreatedAt));

    /// <returns>Null when another worker was faster.</returns>
    private async Task<SendOutcome?> DeliverAsync(Guid id, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var lease = now + Lease;
        // one statement, so of two workers one changes the row and the other none
        if (await Due(now).Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, lease), ct) == 0)
            return null;

        var message = await db.Outbox.AsNoTracking().SingleAsync(row => row.Id == id, ct);
        SendOutcome outcome;
        try
        {
            outcome = await SendAsync(message, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await Leased(id, lease).ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, (Instant?)null), CancellationToken.None);
            throw;
        }

        await RecordAsync(message, lease, outcome);
        return outcome;
    }

    private async Task<SendOutcome> SendAsync(OutboxMessage message, CancellationToken ct)
    {
        try
        {
            var mail = await render.RunAsync(message, ct);
            // a link in a mail must open something the moment it arrives
            await db.SaveChangesAsync(ct);
            return await transport.SendAsync(mail, ct);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // one mail that cannot be made must not keep the others from going out
            Broken(exception, message.Kind, message.Id);
            return new SendOutcome.Deferred($"{exception.GetType().Name}: {exception.Message}");
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    // not cancelled when the portal stops: the mail is out, and a row that does not know it is sent again
    private async Task RecordAsync(OutboxMessage message, Instant lease, SendOutcome outcome)
    {
        var now = clock.GetCurrentInstant();
        switch (outcome)
        {
            case SendOutcome.Sent:
                await db.Outbox.Where(row => row.Id == message.Id).ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.SentAt, now)
                    .SetProperty(row => row.LeasedUntil, (Instant?)null)
                    .SetProperty(row => row.LastError, (string?)null));
                Sent(message.Kind, message.Id);
                break;
            case SendOutcome.Refused refused:
                await FailAsync(message, lease, refused.Reason, now, null);
                break;
            case SendOutcome.Deferred deferred:
                await FailAsync(message, lease, deferred.Reason, now, RetryDelay.Longest);
                break;
            case SendOutcome.Unreachable unreachable:
                await FailAsync(message, lease, unreachable.Reason, now, RetryDelay.LongestOutage);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an outcome of sending.");
        }
    }

    /// <param name="longestDelay">Null when there is no point in trying again.</param>
    private async Task FailAsync(OutboxMessage message, Instant lease, string reason, Instant now, Duration? longestDelay)
    {
        var attempts = message.Attempts + 1;
        var error = LastError.From(reason);
        var givenUp = longestDelay is null || now - message.CreatedAt >= GiveUpAfter;
        var due = givenUp ? message.DueAt : now + RetryDelay.After(attempts, longestDelay!.Value, Random.Shared.NextDouble());
        await Leased(message.Id, lease).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Attempts, attempts)
            .SetProperty(row => row.LastError, error)
            .SetProperty(row => row.LeasedUntil, (Instant?)null)
            .SetProperty(row => row.DueAt, due)
            .SetProperty(row => row.FailedAt, givenUp ? now : null));
        if (givenUp)
            GivenUp(message.Kind, message.Id, attempts, error);
        else
            PutOff(message.Kind, message.Id, attempts, error);
    }

    private IQueryable<OutboxMessage> Leased(Guid id, Instant lease) => db.Outbox.Where(row => row.Id == id && row.LeasedUntil == lease);

    [LoggerMessage(Level = LogLevel.Information, Message = "Mail {Kind} {Id} sent")]
    private partial void Sent(string kind, Guid id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Kind} {Id} put off after attempt {Attempts}: {Error}")]
    private partial void PutOff(string kind, Guid id, int attempts, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Kind} {Id} given up after attempt {Attempts}: {Error}")]
    private partial void GivenUp(string kind, Guid id, int attempts, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Kind} {Id} could not be made")]
    private partial void Broken(Exception exception, string kind, Guid id);
}
