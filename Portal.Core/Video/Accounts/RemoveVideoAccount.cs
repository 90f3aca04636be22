using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Organizations;
using Portal.Core.Persistence;

namespace Portal.Core.Video.Accounts;

/// <summary>Forgets an organisation's account. What chose the provider is carried directly from then on, and admins are told.</summary>
public sealed class RemoveVideoAccount(PortalDbContext db, VideoProviders providers, IClock clock)
{
    /// <returns>False when there was none.</returns>
    public async Task<bool> RunAsync(CurrentMember by, string providerId, CancellationToken ct)
    {
        if (providers.FindKind(providerId) is null)
            return false;
        var stored = await db.VideoAccounts.SingleOrDefaultAsync(row => row.OrganizationId == by.OrganizationId && row.ProviderId == providerId, ct);
        if (stored is null)
            return false;
        db.VideoAccounts.Remove(stored);
        db.AuditEntries.Add(AuditEntry.Of(by.OrganizationId, "organization.video_account_removed", by.AsActor(), clock.GetCurrentInstant(), providerId));
        await db.SaveChangesAsync(ct);
        return true;
    }
}
