using Microsoft.Playwright;
using Portal.Tests.Support.Browsers;

namespace Portal.Tests.Web.Scripts;

[Trait("Req", "B7")]
[Collection(Browser.Collection)]
public class PollTests(Browser browser) : ScriptTests(browser)
{
    private const string Attributes = "hx-get='/queue' hx-trigger='portal:poll' hx-swap='outerMorph' data-poll='3'";

    private static readonly DateTime Start = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);

    private readonly List<IRequest> asked = [];

    [Fact]
    public async Task It_asks_at_its_interval_and_an_unchanged_answer_touches_nothing()
    {
        await StartAsync(route => Html(route, "", 304, ("HX-PTag", "7")), "hx-ptag='7'");
        await Page.Locator("#note").FocusAsync();

        await RunAsync(seconds: 2.5);
        Assert.Empty(asked);
        await RunAsync(seconds: 1);
        await AskedAsync(1);
        await RunAsync(seconds: 3.1);
        await AskedAsync(2);

        Assert.All(asked, request => Assert.Equal("7", request.Headers["hx-ptag"]));
        await Assertions.Expect(Page.Locator("#note")).ToBeFocusedAsync();
        await Assertions.Expect(Page.Locator("#queue")).ToContainTextAsync("first");
    }

    [Fact]
    public async Task A_new_answer_keeps_focus_selection_and_scroll()
    {
        await StartAsync(route => Html(route, Queue("second"), 200, ("HX-PTag", "8")));
        await Page.Locator("#note").FillAsync("half a sent");
        await Page.EvaluateAsync("scrollTo(0, 300)");

        await RunAsync(seconds: 3.1);
        await Assertions.Expect(Page.Locator("#queue")).ToContainTextAsync("second");

        await Assertions.Expect(Page.Locator("#note")).ToBeFocusedAsync();
        await Assertions.Expect(Page.Locator("#note")).ToHaveValueAsync("half a sent");
        Assert.Equal(300, await Page.EvaluateAsync<int>("Math.round(scrollY)"));
        await RunAsync(seconds: 3.1);
        await AskedAsync(2);
        Assert.Equal("8", asked[1].Headers["hx-ptag"]);
    }

    [Fact]
    public async Task While_the_server_fails_it_waits_longer_each_time_says_so_and_recovers_at_once()
    {
        var status = 500;
        await StartAsync(route => Html(route, status == 500 ? "<h1>Error page</h1>" : Queue("well again"), status));

        await RunAsync(seconds: 3.1);
        await AskedAsync(1);
        await Assertions.Expect(Page.Locator("#trouble")).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator("#queue")).ToContainTextAsync("first");

        await RunAsync(seconds: 4.5); // doubled, less a fifth of jitter: 4.8 to 6 s
        Assert.Single(asked);
        await RunAsync(seconds: 1.7);
        await AskedAsync(2);
        await RunAsync(seconds: 9);  // 9.6 to 12 s
        Assert.Equal(2, asked.Count);
        status = 200;
        await RunAsync(seconds: 3.2);
        await AskedAsync(3);

        await Assertions.Expect(Page.Locator("#trouble")).ToBeHiddenAsync();
        await RunAsync(seconds: 3.1);
        await AskedAsync(4);
    }

    [Fact]
    public async Task It_never_asks_sooner_than_the_server_wants()
    {
        await StartAsync(route => Html(route, "", 503, ("Retry-After", "30")));

        await RunAsync(seconds: 3.1);
        await AskedAsync(1);
        await Assertions.Expect(Page.Locator("#trouble")).ToBeVisibleAsync();
        await RunAsync(seconds: 29.5);
        Assert.Single(asked);
        await RunAsync(seconds: 7);
        await AskedAsync(2);
    }

    [Fact]
    public async Task A_lost_connection_is_a_failure_and_coming_online_asks_at_once()
    {
        await StartAsync(route => route.AbortAsync());

        await RunAsync(seconds: 3.1);
        await AskedAsync(1);
        await Assertions.Expect(Page.Locator("#trouble")).ToBeVisibleAsync();
        await Page.EvaluateAsync("dispatchEvent(new Event('online'))");

        await AskedAsync(2);
    }

    [Fact]
    public async Task A_hidden_tab_rests_and_asks_when_it_is_seen_again()
    {
        await StartAsync(route => Html(route, "", 304));
        await SetHiddenAsync(true);

        await RunAsync(seconds: 30);
        Assert.Empty(asked);
        await SetHiddenAsync(false);

        await AskedAsync(1);
        await RunAsync(seconds: 3.1);
        await AskedAsync(2);
    }

    [Fact, Trait("Req", "B4")]
    public async Task A_hidden_tab_that_waits_to_be_let_in_goes_on_asking()
    {
        await StartAsync(route => Html(route, "", 304), "data-poll-hidden");
        await SetHiddenAsync(true);

        await RunAsync(seconds: 3.1);
        await AskedAsync(1);
        await RunAsync(seconds: 3.1);
        await AskedAsync(2);
    }

    [Fact]
    public async Task An_answer_that_polls_no_more_ends_it()
    {
        await StartAsync(route => Html(route, "<section id='queue'>the end</section>"));

        await RunAsync(seconds: 3.1);
        await Assertions.Expect(Page.Locator("#queue")).ToHaveTextAsync("the end");
        await RunAsync(seconds: 60);

        Assert.Single(asked);
    }

    [Fact]
    public async Task A_poll_led_to_another_page_reloads_instead_of_showing_it_inside()
    {
        // held back until the clock stands again: a page that reloads under a running one never answers
        var release = new TaskCompletionSource();
        await AnswerAsync("/sign-in", route => Html(route, "<h1>Sign in</h1>"));
        await StartAsync(async route =>
        {
            await release.Task;
            await Html(route, "", 302, ("Location", "/sign-in"));
        });
        await RunAsync(seconds: 3.1);

        var reload = Page.WaitForRequestAsync(request => request.IsNavigationRequest);
        release.SetResult();

        Assert.EndsWith("/probe", (await reload).Url, StringComparison.Ordinal);
        await Assertions.Expect(Page.Locator("#queue")).ToContainTextAsync("first");
    }

    private static string Queue(string content, string attributes = "") =>
        $"<section id='queue' {Attributes} {attributes}><p>{content}</p><input id='note' aria-label='Note'></section>";

    private async Task StartAsync(Func<IRoute, Task> answer, string attributes = "")
    {
        await AnswerAsync("/queue", answer);
        Page.Request += (_, request) =>
        {
            if (request.Url.EndsWith("/queue", StringComparison.Ordinal))
                asked.Add(request);
        };
        // the page's clock stands still unless a test lets it run
        await Page.Clock.InstallAsync(new() { TimeDate = Start });
        await Page.Clock.PauseAtAsync(Start.AddSeconds(1));
        await ShowAsync($"{Queue("first", attributes)}<p class='poll-trouble' id='trouble'>Interrupted</p><pre>{new string('\n', 200)}</pre>");
    }

    private Task RunAsync(double seconds) => Page.Clock.RunForAsync((long)(seconds * 1000));

    private async Task AskedAsync(int times)
    {
        var until = DateTime.UtcNow.AddSeconds(5);
        while (asked.Count < times && DateTime.UtcNow < until)
            await Task.Delay(20);
        Assert.Equal(times, asked.Count);
        // the answer has been dealt with when the next time is planned
        await Assertions.Expect(Page.Locator(".htmx-request")).ToHaveCountAsync(0);
    }

    private async Task SetHiddenAsync(bool hidden) => await Page.EvaluateAsync(
        "hidden => { Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden }); document.dispatchEvent(new Event('visibilitychange')); }", hidden);
}
