using NodaTime;
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
        await db.ChangeSettingsAsync(
            request.By, "organization.video_changed", clock.GetCurrentInstant(),
            organization => (organization.VideoProvider, organization.RecordsCalls) = (request.ProviderId, request.RecordsCalls), ct, request.ProviderId);
        return new ChangeVideoSettingsOutcome.Changed();
    }
}

public sealed record ChangeVideoSettingsRequest(CurrentMember By, string? ProviderId, bool RecordsCalls);
