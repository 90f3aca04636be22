using Microsoft.Extensions.Options;

namespace Portal.Core.Video;

/// <summary>Every provider this build knows, by id.</summary>
public sealed class VideoProviders(IEnumerable<IVideoProvider> providers, IOptions<VideoOptions> options)
{
    private readonly Dictionary<string, IVideoProvider> byId = providers.ToDictionary(provider => provider.Id, StringComparer.Ordinal);

    public IVideoProvider Default => byId[options.Value.Default];
}
