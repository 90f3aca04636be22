namespace Portal.Core.Video.Accounts;

/// <summary>The providers a meeting type can choose from: those that are configured.</summary>
public sealed class ListVideoChoices(VideoProviders providers)
{
    public async Task<IReadOnlyList<VideoChoice>> RunAsync(Guid organizationId, CancellationToken ct) =>
        [.. (await providers.ListConfiguredAsync(organizationId, ct)).Select(kind => new VideoChoice(kind.Id, kind.Name))];
}

public sealed record VideoChoice(string Id, string Name);
