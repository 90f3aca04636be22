namespace Portal.Core.Video;

/// <summary>A provider this build knows: what it can do, what an account there consists of, and how it is opened.</summary>
/// <param name="Name">For people.</param>
/// <param name="Fields">None for a provider that needs no account.</param>
/// <param name="OfInstallation">The account that the settings file gives to all organisations; its values may be empty.</param>
public sealed record VideoProviderKind(
    string Id,
    string Name,
    VideoCapabilities Capabilities,
    IReadOnlyList<AccountField> Fields,
    Func<VideoOptions, VideoAccount> OfInstallation,
    Func<IServiceProvider, VideoAccount, IVideoProvider> Open)
{
    /// <returns>The fields that are empty or do not look like what they should be; none when calls can be tried.</returns>
    public IReadOnlyList<AccountField> FaultsOf(VideoAccount account) => [.. Fields.Where(field => !field.Fits(account[field.Key]))];

    public bool IsComplete(VideoAccount account) => FaultsOf(account).Count == 0;
}
