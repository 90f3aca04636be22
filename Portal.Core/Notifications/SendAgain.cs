using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Organizations;
using Portal.Core.Persistence;

namespace Portal.Core.Notifications;

/// <param name="MessageId">Only this mail.</param>
/// <param name="BookingId">Only the mails of this meeting; with neither, all of the organisation.</param>
public sealed record SendAgainRequest(CurrentMember By, Guid? MessageId = null, Guid? BookingId = null);

public abstract record SendAgainOutcome
{
    private SendAgainOutcome()
    {
    }

    public sealed record OnTheWay(int Count) : SendAgainOutcome;

    /// <summary>It was sent again already, or its meeting is over.</summary>
    public sealed record NothingToSend : SendAgainOutcome;

    /// <summary>Not one of the organisation's (C8).</summary>
    public sealed record MailNotFound : SendAgainOutcome;
}

/// <summary>Tries mails once more that were given up, for another five days. They stay the same mails: same Message-ID, same UID.</summary>
public sealed class SendAgain(PortalDbContext db, IClock clock)
{
    public async Task<SendAgainOutcome> RunAsync(SendAgainRequest request, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var mails = GivenUpMails.Of(db, request.By.OrganizationId, now);
        if (request.MessageId is { } message)
            mails = mails.Where(row => row.Id == message);
        if (request.BookingId is { } booking)
            mails = mails.Where(row => row.BookingId == booking);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var count = await mails.ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.FailedAt, (Instant?)null)
                .SetProperty(row => row.ResentAt, now)
                .SetProperty(row => row.DueAt, now),
            ct);
        if (count == 0)
            return await IsKnownAsync(request, ct) ? new SendAgainOutcome.NothingToSend() : new SendAgainOutcome.MailNotFound();
        var of = request.BookingId ?? await BookingOfAsync(request.MessageId, ct);
        db.AuditEntries.Add(new AuditEntry
        {
            OrganizationId = request.By.OrganizationId,
            At = now,
            ActorKind = request.By.AsActor().Kind,
            ActorId = request.By.UserId,
            ActorName = request.By.Name,
            Action = "mail.sent_again",
            BookingId = of,
            Detail = count.ToString(CultureInfo.InvariantCulture),
        });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new SendAgainOutcome.OnTheWay(count);
    }

    private async Task<bool> IsKnownAsync(SendAgainRequest request, CancellationToken ct) => request.MessageId is not { } message
        || await db.Outbox.AnyAsync(row => row.Id == message && row.OrganizationId == request.By.OrganizationId, ct);

    private async Task<Guid?> BookingOfAsync(Guid? message, CancellationToken ct) => message is null
        ? null
        : await db.Outbox.Where(row => row.Id == message).Select(row => (Guid?)row.BookingId).SingleAsync(ct);
}
