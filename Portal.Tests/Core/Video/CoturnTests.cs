using Microsoft.Extensions.Options;
using NodaTime;
using Portal.Core.Video;
using Portal.Core.Video.Direct;
using Portal.Tests.Support.Calls;

namespace Portal.Tests.Core.Video;

/// <summary>Debian's coturn takes what the portal mints, for as long as it says and no longer.</summary>
[Trait("Req", "D7")]
public sealed class CoturnTests : IAsyncLifetime
{
    private Coturn coturn = null!;

    public async Task InitializeAsync() => coturn = await Coturn.StartAsync();

    public async Task DisposeAsync() => await coturn.DisposeAsync();

    [Fact]
    public async Task A_credential_of_now_is_granted_a_relay()
    {
        var server = Mint(SystemClock.Instance.GetCurrentInstant());

        Assert.Equal(0, await TurnAllocation.AskAsync(coturn.Port, server.Username!, server.Credential!));
    }

    [Fact]
    public async Task A_credential_that_has_lapsed_and_one_of_another_secret_are_refused()
    {
        var lapsed = Mint(SystemClock.Instance.GetCurrentInstant() - IceServers.CredentialLifetime - Duration.FromMinutes(1));
        var forged = Mint(SystemClock.Instance.GetCurrentInstant(), "another secret");

        Assert.Equal(401, await TurnAllocation.AskAsync(coturn.Port, lapsed.Username!, lapsed.Credential!));
        Assert.Equal(401, await TurnAllocation.AskAsync(coturn.Port, forged.Username!, forged.Credential!));
    }

    private IceServer Mint(Instant now, string secret = Coturn.Secret)
    {
        var options = new VideoOptions();
        var server = new IceServerOptions { Secret = secret };
        server.Urls.Add(coturn.Url);
        options.Direct.IceServers.Add(server);
        return new IceServers(Options.Create(options)).For(Guid.NewGuid(), now).Single();
    }
}
