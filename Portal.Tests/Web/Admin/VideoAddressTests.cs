using System.Net;
using Portal.Tests.Support.Providers;

namespace Portal.Tests.Web.Admin;

/// <summary>The address of a server that an admin of an organisation types, when it leads into the portal's own network.</summary>
[Trait("Promise", "R18")]
public sealed class VideoAddressTests : IAsyncLifetime
{
    private const string Account = "/admin/settings/video/livekit";

    private readonly FakeLiveKit inside = new();
    private readonly StaffApp app = new();

    public Task InitializeAsync()
    {
        // in Development this machine is allowed
        for (var entry = 0; entry < 3; entry++)
            app.Settings[$"Outgoing:AllowedInternal:{entry}"] = $"host{entry}.test";
        // the harness lets the call through, so that the portal is what stops it
        app.Outgoing.Allow(inside.Address);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await inside.DisposeAsync();
    }

    [Fact]
    public async Task It_is_not_called_and_the_admin_reads_why()
    {
        Assert.Contains($"{inside.Address.Host} is inside of the portal's own network", await TryAsync(), StringComparison.Ordinal);

        Assert.Empty(inside.Requests);
    }

    [Fact]
    public async Task It_is_called_where_the_operator_allows_it()
    {
        app.Settings["Outgoing:AllowedInternal:1"] = inside.Address.Host;

        Assert.Contains("It works", await TryAsync(), StringComparison.Ordinal);

        Assert.NotEmpty(inside.Requests);
    }

    [Fact]
    public async Task What_the_operator_wrote_into_the_settings_is_called_wherever_it_leads()
    {
        foreach (var (key, value) in inside.Account)
            app.Settings[$"Video:LiveKit:{key}"] = value;
        using var emil = await app.SignInAsync("emil@acme.test");

        await emil.PostFormAsync(await emil.GetDocumentAsync(Account), "form[action*=Try]");

        Assert.Contains("It works", (await emil.GetDocumentAsync(Account)).Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<string> TryAsync()
    {
        using var emil = await app.SignInAsync("emil@acme.test");
        var saved = await emil.PostFormAsync(
            await emil.GetDocumentAsync(Account), "form.editor", inside.Account.ToDictionary(field => $"Values[{field.Key}]", field => field.Value));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        await emil.PostFormAsync(await emil.GetDocumentAsync(Account), "form[action*=Try]");
        return (await emil.GetDocumentAsync(Account)).Body!.TextContent;
    }
}
