using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;
using Portal.Tests.Support.Providers;

namespace Portal.Tests.Support.Calls;

/// <summary>The portal with accounts at a fake Twilio and a fake LiveKit server.</summary>
public sealed class ProviderCalls : IAsyncLifetime
{
    public FakeTwilio Twilio { get; } = new();

    public FakeLiveKit LiveKit { get; } = new();

    public CallApp App { get; } = new();

    public Task InitializeAsync()
    {
        foreach (var (key, value) in FakeTwilio.Account)
            App.Settings[$"Video:Twilio:{key}"] = value;
        foreach (var (key, value) in LiveKit.Account)
            App.Settings[$"Video:LiveKit:{key}"] = value;
        App.Settings["Video:Twilio:ApiUrl"] = Twilio.Address.AbsoluteUri;
        App.Outgoing.Allow(Twilio.Address);
        App.Outgoing.Allow(LiveKit.Address);
        return App.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await Twilio.DisposeAsync();
        await LiveKit.DisposeAsync();
    }

    /// <summary>Calls that begin from now on go there.</summary>
    public Task ChooseAsync(string provider) => App.ChangeAsync(async db =>
    {
        foreach (var organization in await db.Organizations.Where(row => row.Slug == DemoData.Acme).ToListAsync())
            organization.VideoProvider = provider;
        return true;
    });
}
