using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Video.Accounts;

/// <summary>What an organisation decided about its calls, and whether it works.</summary>
public sealed class FindVideoSettings(PortalDbContext db, VideoProviders providers, VideoAccounts accounts, IOptions<VideoOptions> options, IClock clock)
{
    /// <summary>How long admins are told that calls went elsewhere.</summary>
    private static readonly Duration Remembered = Duration.FromDays(7);

    /// <param name="organizationId">Of a member, so there is one.</param>
    public async Task<VideoSettings> RunAsync(Guid organizationId, CancellationToken ct)
    {
        var chosen = await db.Organizations.Where(organization => organization.Id == organizationId)
            .Select(organization => new { organization.VideoProvider, organization.RecordsCalls }).SingleAsync(ct);
        List<VideoAccountView> views = [];
        foreach (var kind in providers.Kinds.Where(kind => kind.Fields.Count > 0))
            views.Add(await ViewAsync(organizationId, kind, ct));
        var since = clock.GetCurrentInstant() - Remembered;
        var fellBack = await db.VideoRooms.AsNoTracking()
            .Where(room => room.OrganizationId == organizationId && room.FellBackFrom != null && room.OpenedAt >= since)
            .OrderByDescending(room => room.OpenedAt)
            .Select(room => new FallenBackCall(room.BookingId, room.FellBackFrom!, room.FellBackReason!, room.OpenedAt))
            .Take(10)
            .ToListAsync(ct);
        return new VideoSettings(chosen.VideoProvider ?? options.Value.Default, chosen.RecordsCalls, providers.Kinds, views, fellBack);
    }

    private async Task<VideoAccountView> ViewAsync(Guid organizationId, VideoProviderKind kind, CancellationToken ct)
    {
        var own = await accounts.FindOwnAsync(organizationId, kind.Id, ct);
        var state = own is null
            ? accounts.OfInstallation(kind) is null ? VideoAccountState.None : VideoAccountState.OfInstallation
            : kind.IsComplete(own) ? VideoAccountState.Own : VideoAccountState.Unreadable;
        return new VideoAccountView(kind, state, kind.Fields.Where(field => !field.IsSecret).ToDictionary(field => field.Key, field => own?[field.Key] ?? ""));
    }
}
