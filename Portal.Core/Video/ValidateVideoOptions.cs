using Microsoft.Extensions.Options;

namespace Portal.Core.Video;

/// <summary>Stops the start with a sentence when the settings name a provider this build does not know.</summary>
internal sealed class ValidateVideoOptions(IEnumerable<IVideoProvider> providers) : IValidateOptions<VideoOptions>
{
    public ValidateOptionsResult Validate(string? name, VideoOptions options)
    {
        var known = providers.Select(provider => provider.Id).Order(StringComparer.Ordinal).ToList();
        var faults = options.Direct.Faults().ToList();
        if (!known.Contains(options.Default, StringComparer.Ordinal))
            faults.Add($"Video:Default is \"{options.Default}\", which is no video provider of this portal. Known: {string.Join(", ", known)}.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
