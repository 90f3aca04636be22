using Microsoft.Extensions.Options;

namespace Portal.Core.Video;

/// <summary>Stops the start with a sentence when the settings name a provider this build does not know, or half an account.</summary>
internal sealed class ValidateVideoOptions(IEnumerable<VideoProviderKind> kinds) : IValidateOptions<VideoOptions>
{
    public ValidateOptionsResult Validate(string? name, VideoOptions options)
    {
        var faults = options.Direct.Faults().ToList();
        if (kinds.SingleOrDefault(kind => kind.Id == options.Default) is not { } chosen)
            faults.Add($"Video:Default is \"{options.Default}\", which is no video provider of this portal. Known: {string.Join(", ", kinds.Select(kind => kind.Id).Order(StringComparer.Ordinal))}.");
        else if (!chosen.IsComplete(chosen.OfInstallation(options)))
            faults.Add($"Video:Default is \"{options.Default}\", and its account is not complete: see Video:{SectionOf(chosen)}.");
        if (options.AttemptTimeout <= TimeSpan.Zero || options.AttemptTimeout > TimeSpan.FromMinutes(1))
            faults.Add("Video:AttemptTimeout must be more than nothing and at most a minute, for example \"00:00:05\".");
        foreach (var kind in kinds)
            faults.AddRange(FaultsOf(kind, kind.OfInstallation(options)));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    // an account nobody began to fill in is none
    private static IEnumerable<string> FaultsOf(VideoProviderKind kind, VideoAccount account) =>
        kind.Fields.All(field => account[field.Key].Length == 0)
            ? []
            : kind.FaultsOf(account).Select(field => $"Video:{SectionOf(kind)}:{field.Key} does not look right: {field.Example}.");

    private static string SectionOf(VideoProviderKind kind) => kind.Name;
}
