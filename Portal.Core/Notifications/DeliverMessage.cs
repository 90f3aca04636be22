using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.Notifications;

/// <summary>
/// Sends one row of the outbox. It is leased before it is sent, and a lease whose worker died runs out; the mail is then
/// sent again as the same mail. A reminder is looked at once more inside the lease: what was committed by then is obeyed.
/// </summary>
public sealed partial class DeliverMessage(
    PortalDbContext db, RenderMessage render, CheckReminder check, IMailTransport transport, IClock clock, ILogger<DeliverMessage> logger)
{
    /// <summary>Longer than any transport's own patience, and how long the mails wait that a dying worker had in hand.</summary>
    public static readonly Duration Lease = Duration.FromMinutes(1);

    /// <returns>Null when nothing was to be sent: another worker was faster, or the reminder was dropped.</returns>
    public async Task<SendOutcome?> RunAsync(Guid id, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var lease = now + Lease;
        // one statement, so of two workers one changes the row and the other none
        if (await DueMessages.In(db, now).Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, lease), ct) == 0)
            return null;

        var message = await db.Outbox.AsNoTracking().SingleAsync(row => row.Id == id, ct);
        SendOutcome? outcome;
        try
        {
            outcome = await SendAsync(message, lease, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await Leased(id, lease).ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, (Instant?)null), CancellationToken.None);
            throw;
        }

        if (outcome is not null)
            await RecordAsync(message, lease, outcome);
        return outcome;
    }

    private async Task<SendOutcome?> SendAsync(OutboxMessage message, Instant lease, CancellationToken ct)
    {
        try
        {
            var mail = await render.RunAsync(message, ct);
            // a link in a mail must open something the moment it arrives
            var links = db.ChangeTracker.Entries<AccessLink>().Select(link => link.Entity.TokenHash).ToList();
            await db.SaveChangesAsync(ct);
            var reason = await check.RunAsync(message, ct);
            var outcome = reason is null ? await transport.SendAsync(mail, ct) : null;
            if (outcome is not { MayHaveArrived: true })
                await db.AccessLinks.Where(link => links.Contains(link.TokenHash)).ExecuteDeleteAsync(CancellationToken.None);
            if (reason is not null)
                await DropAsync(message, lease, reason.Value);
            return outcome;
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
                // killed before this is written it would be sent again, and a process that has just begun would be long over a query
                db.Attach(message);
                (message.SentAt, message.LeasedUntil, message.LastError) = (now, null, null);
                await db.SaveChangesAsync(CancellationToken.None);
                db.ChangeTracker.Clear();
                Sent(message.Kind, message.Id);
                break;
            case SendOutcome.Refused refused:
                await FailAsync(message, lease, refused.Reason, now, null);
                break;
            case SendOutcome.Deferred deferred:
                await FailAsync(message, lease, deferred.Reason, now, RetryDelay.LongestAt(now - message.TriedSince));
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
        var givenUp = longestDelay is null || now - message.TriedSince >= DeliverOutbox.GiveUpAfter;
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

    private async Task DropAsync(OutboxMessage message, Instant lease, DropReason reason)
    {
        var now = clock.GetCurrentInstant();
        await Leased(message.Id, lease).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.LeasedUntil, (Instant?)null)
            .SetProperty(row => row.FailedAt, now)
            .SetProperty(row => row.DropReason, reason));
        Dropped(message.Kind, message.Id, reason);
    }

    private IQueryable<OutboxMessage> Leased(Guid id, Instant lease) => db.Outbox.Where(row => row.Id == id && row.LeasedUntil == lease);

    [LoggerMessage(Level = LogLevel.Information, Message = "Mail {Kind} {Id} sent")]
    private partial void Sent(string kind, Guid id);

    [LoggerMessage(Level = LogLevel.Information, Message = "Mail {Kind} {Id} dropped: {Reason}")]
    private partial void Dropped(string kind, Guid id, DropReason reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Kind} {Id} put off after attempt {Attempts}: {Error}")]
    private partial void PutOff(string kind, Guid id, int attempts, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Kind} {Id} given up after attempt {Attempts}: {Error}")]
    private partial void GivenUp(string kind, Guid id, int attempts, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Kind} {Id} could not be made")]
    private partial void Broken(Exception exception, string kind, Guid id);
}
