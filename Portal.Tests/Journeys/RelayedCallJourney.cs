using Microsoft.Playwright;
using Portal.Core.Persistence;
using Portal.Tests.Support.Browsers;
using Portal.Tests.Support.Calls;

namespace Portal.Tests.Journeys;

/// <summary>A direct call that may go nowhere but through Debian's coturn.</summary>
[Collection(Browser.CallCollection)]
[Trait("Req", "D7")]
public sealed class RelayedCallJourney(Browser browser) : JourneyTests(browser)
{
    // the page's own connections, to ask the browser which way they took
    private const string Watch = """
        const Connection = window.RTCPeerConnection;
        window.connections = [];
        window.RTCPeerConnection = class extends Connection {
          constructor(...settings) { super(...settings); window.connections.push(this); }
        };
        """;

    private const string Way = """
        async () => {
          for (const connection of window.connections.filter(one => one.connectionState === 'connected')) {
            const stats = [...(await connection.getStats()).values()];
            const pair = stats.find(one => one.type === 'candidate-pair' && one.nominated && one.state === 'succeeded');
            if (pair) return [pair.localCandidateId, pair.remoteCandidateId].map(id => stats.find(one => one.id === id).candidateType).join(' ');
          }
          return '';
        }
        """;

    private Coturn coturn = null!;

    public override async Task InitializeAsync()
    {
        coturn = await Coturn.StartAsync();
        Portal.Settings["Video:Direct:IceServers:0:Urls:0"] = coturn.Url;
        Portal.Settings["Video:Direct:IceServers:0:Secret"] = Coturn.Secret;
        Portal.Settings["Video:Direct:RelayOnly"] = "true";
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await coturn.DisposeAsync();
    }

    [Fact]
    [Trait("Req", "N8")]
    public async Task Both_see_each_other_over_the_relay_which_the_device_check_had_found()
    {
        var visitor = await OpenAsync(Address);
        await visitor.Context.AddInitScriptAsync(Watch);
        var meeting = await BookFromArticleAsync(visitor);
        await visitor.Page.GotoAsync($"{meeting}/device-check");
        await visitor.Page.Locator("[data-check-start]").ClickAsync();
        await visitor.Page.Locator("[data-check-row=network][data-state=relayed]").WaitForAsync(new() { Timeout = 30_000 });
        await visitor.Page.Locator("[data-check-row=camera][data-state=works]").WaitForAsync();
        await visitor.Page.Locator("[data-check-kept]").WaitForAsync();

        await EnterWaitingRoomAsync(visitor, await ReadJoinLinkAsync(visitor));
        var host = await OpenAsync(Address);
        await host.Context.AddInitScriptAsync(Watch);
        await SignInAsync(host, DemoData.IntroHost);
        await AdmitAsync(host);
        await host.Page.Locator("#waiting").GetByRole(AriaRole.Link, new() { Name = "Join" }).ClickAsync();
        await JoinCallAsync(visitor);
        await JoinCallAsync(host);

        await SeesTheOtherAsync(visitor);
        await SeesTheOtherAsync(host);
        Assert.Equal("relay relay", await host.Page.EvaluateAsync<string>(Way));
        Assert.Equal("relay relay", await visitor.Page.EvaluateAsync<string>(Way));
    }
}
