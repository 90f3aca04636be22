using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using NodaTime;
using Portal.Core.Video;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Support.Providers;

/// <summary>Providers as the portal opens them, with a clock that stands still and no way out but to the fakes a test names.</summary>
public sealed class VideoWorld : IAsyncDisposable
{
    private readonly ServiceProvider services;

    /// <param name="settings">Below <c>Video:</c>.</param>
    public VideoWorld(FakeServer fake, params (string Key, string Value)[] settings)
    {
        Outgoing.Allow(fake.Address);
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([
                // where the fakes are
                KeyValuePair.Create("Outgoing:AllowedInternal:0", (string?)"127.0.0.0/8"),
                .. settings.Append(("AttemptTimeout", "00:00:00.400")).Select(setting => KeyValuePair.Create($"Video:{setting.Item1}", (string?)setting.Item2))]).Build())
            .AddSingleton<IClock>(Clock)
            .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
            .AddPortalVideo()
            .AddSingleton<IHttpMessageHandlerBuilderFilter>(Outgoing)
            .BuildServiceProvider();
    }

    public FakeClock Clock { get; } = new();

    public OutgoingCalls Outgoing { get; } = new();

    public IVideoProvider Open(VideoProviderKind kind, IReadOnlyDictionary<string, string> account) => kind.Open(services, new VideoAccount(account));

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Outgoing.ThrowIfUnexpected();
    }
}
