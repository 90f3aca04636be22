using Microsoft.Playwright;
using Portal.Tests.Support;
using Portal.Tests.Support.Browsers;

namespace Portal.Tests.Web.Scripts;

/// <summary>Behaviours of wwwroot/js in a real browser, on a page made of the markup that a test gives, under the portal's own policy.</summary>
public abstract class ScriptTests(Browser browser) : IAsyncLifetime
{
    private readonly List<string> complaints = [];
    private BarePages pages = null!;
    private IBrowserContext context = null!;

    protected IPage Page { get; private set; } = null!;

    protected virtual BrowserNewContextOptions Options => new();

    public async Task InitializeAsync()
    {
        pages = await BarePages.StartAsync();
        var options = Options;
        options.BaseURL = pages.Address.ToString();
        context = await browser.NewContextAsync(options);
        Page = await context.NewPageAsync();
        Page.PageError += (_, error) => complaints.Add(error);
        Page.Console += (_, message) =>
        {
            // answers that a test makes fail on purpose are told here too
            if (message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal)
                && !message.Text.Contains("Failed to fetch", StringComparison.Ordinal))
                complaints.Add(message.Text);
        };
    }

    public async Task DisposeAsync()
    {
        await context.DisposeAsync();
        await pages.DisposeAsync();
        Assert.Empty(complaints);
    }

    /// <summary>Opens /probe, a page with this body and every script of the layout.</summary>
    protected async Task ShowAsync(string body)
    {
        var layout = await pages.Client.GetAsync("/dev/components");
        var html = await layout.Content.ReadAsStringAsync();
        var head = html[..(html.IndexOf("</head>", StringComparison.Ordinal) + 7)];
        var toasts = html[html.IndexOf("<div class=\"toasts\"", StringComparison.Ordinal)..];
        await AnswerAsync("/probe", route => route.FulfillAsync(new()
        {
            Headers = new Dictionary<string, string>
            {
                ["Content-Type"] = "text/html",
                ["Content-Security-Policy"] = layout.Headers.GetValues("Content-Security-Policy").Single(),
            },
            Body = $"{head}<body>{body}{toasts}",
        }));
        await Page.GotoAsync("/probe");
    }

    /// <summary>Answers every request to the path in the server's place.</summary>
    protected Task AnswerAsync(string path, Func<IRoute, Task> answer) =>
        Page.RouteAsync(address => new Uri(address).AbsolutePath == path, answer);

    protected static Task Html(IRoute route, string body, int status = 200, params (string Name, string Value)[] headers) =>
        route.FulfillAsync(new()
        {
            Status = status,
            ContentType = "text/html",
            Headers = headers.ToDictionary(h => h.Name, h => h.Value),
            Body = body,
        });
}
