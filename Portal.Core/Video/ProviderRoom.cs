namespace Portal.Core.Video;

/// <summary>A room at a provider.</summary>
/// <param name="ExternalId">What the provider calls it; the name itself where it calls it nothing else.</param>
public sealed record ProviderRoom(string Name, string ExternalId);
