namespace Portal.Core.Video;

/// <summary>What opens an organisation's account at a provider, by the keys of <see cref="VideoProviderKind.Fields"/>.</summary>
public sealed record VideoAccount(IReadOnlyDictionary<string, string> Values)
{
    public static VideoAccount None { get; } = new(new Dictionary<string, string>());

    /// <summary>From the settings file, whose addresses are called wherever they lead.</summary>
    public bool IsOfOperator { get; init; }

    public string this[string key] => Values.GetValueOrDefault(key, "");
}
