using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Organizations;
using Portal.Core.Persistence;

namespace Portal.Core.Video.Accounts;

/// <summary>An organisation's account at a provider, for the first time or anew. A secret left empty stays what it was.</summary>
public sealed class SaveVideoAccount(PortalDbContext db, VideoProviders providers, VideoAccounts accounts, IClock clock)
{
    public async Task<SaveVideoAccountOutcome> RunAsync(SaveVideoAccountRequest request, CancellationToken ct)
    {
        if (providers.FindKind(request.ProviderId) is not { Fields.Count: > 0 } kind)
            return new SaveVideoAccountOutcome.UnknownProvider();
        var organizationId = request.By.OrganizationId;
        var before = await accounts.FindOwnAsync(organizationId, kind.Id, ct);
        var account = new VideoAccount(kind.Fields.ToDictionary(
            field => field.Key,
            field => request.Values.GetValueOrDefault(field.Key)?.Trim() is { Length: > 0 } typed ? typed : field.IsSecret ? before?[field.Key] ?? "" : ""));
        if (kind.FaultsOf(account) is { Count: > 0 } faults)
            return new SaveVideoAccountOutcome.Refused(faults);
        var now = clock.GetCurrentInstant();
        var stored = await db.VideoAccounts.SingleOrDefaultAsync(row => row.OrganizationId == organizationId && row.ProviderId == kind.Id, ct);
        if (stored is null)
            db.VideoAccounts.Add(new StoredVideoAccount { OrganizationId = organizationId, ProviderId = kind.Id, Sealed = accounts.Seal(account), ChangedAt = now });
        else
            (stored.Sealed, stored.ChangedAt) = (accounts.Seal(account), now);
        db.AuditEntries.Add(AuditEntry.Of(organizationId, "organization.video_account_saved", request.By.AsActor(), now, kind.Name));
        await db.SaveChangesAsync(ct);
        return new SaveVideoAccountOutcome.Saved();
    }
}

/// <param name="Values">By the keys of the provider's fields.</param>
public sealed record SaveVideoAccountRequest(CurrentMember By, string ProviderId, IReadOnlyDictionary<string, string?> Values);
