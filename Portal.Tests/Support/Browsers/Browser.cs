using Microsoft.Playwright;

namespace Portal.Tests.Support.Browsers;

/// <summary>One Chromium for all tests of a collection, with a fake camera, microphone and screen.</summary>
public sealed class Browser : IAsyncLifetime
{
    public const string Collection = "Browser";

    /// <summary>Of calls and whole stories, beside the pages: each is about half of the time.</summary>
    public const string CallCollection = "Browser for calls";

    private const string Executable = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
        "--auto-select-desktop-capture-source=Entire screen", "--autoplay-policy=no-user-gesture-required",
        // the two sides of a call meet on this machine, which may have no other network
        "--allow-loopback-in-peer-connection",
    ];

    private IPlaywright? playwright;
    private IBrowser? chromium;

    public async Task InitializeAsync()
    {
        if (!File.Exists(Executable))
            throw new InvalidOperationException("The journeys need Debian's chromium. Run ./test.sh, which installs it.");
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Arguments });
    }

    public Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options) => chromium!.NewContextAsync(options);

    public async Task DisposeAsync()
    {
        if (chromium is not null)
            await chromium.DisposeAsync();
        playwright?.Dispose();
    }
}

/// <summary>Tests that name it share a browser and run one after the other.</summary>
[CollectionDefinition(Browser.Collection)]
public sealed class BrowserCollection : ICollectionFixture<Browser>;

/// <inheritdoc cref="BrowserCollection"/>
[CollectionDefinition(Browser.CallCollection)]
public sealed class CallBrowserCollection : ICollectionFixture<Browser>;
