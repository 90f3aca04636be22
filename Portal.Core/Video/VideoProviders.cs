using Portal.Core.Video.Accounts;
using Portal.Core.Video.Direct;

namespace Portal.Core.Video;

/// <summary>Every provider this build knows, and each opened with an organisation's account.</summary>
public sealed class VideoProviders(IEnumerable<VideoProviderKind> kinds, VideoAccounts accounts, IServiceProvider services)
{
    /// <summary>The one without an account first, then by name.</summary>
    public IReadOnlyList<VideoProviderKind> Kinds { get; } = [.. kinds.OrderBy(kind => kind.Fields.Count > 0).ThenBy(kind => kind.Name, StringComparer.Ordinal)];

    public VideoProviderKind? FindKind(string? id) => Kinds.FirstOrDefault(kind => kind.Id == id);

    /// <returns>Null for a provider that is not known, or that the organisation has no account at.</returns>
    public async Task<IVideoProvider?> FindAsync(Guid organizationId, string? providerId, CancellationToken ct) =>
        FindKind(providerId) is { } kind && await accounts.FindAsync(organizationId, kind, ct) is { } account ? kind.Open(services, account) : null;

    public IVideoProvider Direct => FindKind(DirectVideoProvider.ProviderId)!.Open(services, VideoAccount.None);

    /// <summary>Those an organisation can choose from.</summary>
    public async Task<IReadOnlyList<VideoProviderKind>> ListConfiguredAsync(Guid organizationId, CancellationToken ct)
    {
        List<VideoProviderKind> configured = [];
        foreach (var kind in Kinds)
            if (await accounts.FindAsync(organizationId, kind, ct) is not null)
                configured.Add(kind);
        return configured;
    }
}
