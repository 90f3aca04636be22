using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Organizations;
using Portal.Core.Persistence;

namespace Portal.Core.Video.Accounts;

/// <summary>Calls that begin from now on follow it; one that runs stays where it is.</summary>
public sealed class ChangeVideoSettings(PortalDbContext db, VideoProviders providers, IClock clock)
{
    public async Task<ChangeVideoSettingsOutcome> RunAsync(ChangeVideoSettingsRequest request, CancellationToken ct)
    {
        if (await providers.FindAsync(request.By.OrganizationId, request.ProviderId, ct) is null)
            return new ChangeVideoSettingsOutcome.NotConfigured();
        var organization = await db.Organizations.SingleAsync(organization => organization.Id == request.By.OrganizationId, ct);
        (organization.VideoProvider, organization.RecordsCalls) = (request.ProviderId, request.RecordsCalls);
        db.AuditEntries.Add(AuditEntry.Of(organization.Id, "organization.video_changed", request.By.AsActor(), clock.GetCurrentInstant(), request.ProviderId));
        await db.SaveChangesAsync(ct);
        return new ChangeVideoSettingsOutcome.Changed();
    }
}

public sealed record ChangeVideoSettingsRequest(CurrentMember By, string? ProviderId, bool RecordsCalls);
