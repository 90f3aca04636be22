using Microsoft.Playwright;
using Portal.Tests.Support.Browsers;

namespace Portal.Tests.Web.Scripts;

[Collection(Browser.Collection)]
public class BusyTests(Browser browser) : ScriptTests(browser)
{
    private const string Button = "<button type='submit' name='act' value='book' data-busy-label='Booking…'><b>Book</b></button>";

    // the answer is shown in a frame, so that the page under test stays
    private const string Form = "<iframe name='answer' title='Answer'></iframe><form method='post' action='/book' target='answer' data-busy>";

    private readonly TaskCompletionSource release = new();
    private readonly List<string?> sent = [];

    [Fact]
    public async Task While_a_form_is_on_the_way_its_button_says_so_and_a_second_click_sends_nothing()
    {
        await ShowAsync($"{Form}{Button}</form>");
        await AnswerSlowlyAsync();

        await Page.Locator("form button").ClickAsync();
        await Assertions.Expect(Page.Locator("form button")).ToHaveTextAsync("Booking…");
        await Assertions.Expect(Page.Locator("form button")).ToHaveAttributeAsync("aria-disabled", "true");
        await Page.Locator("form button").DispatchEventAsync("click");

        release.SetResult();
        await Assertions.Expect(Page.FrameLocator("iframe").Locator("h1")).ToHaveTextAsync("Booked");
        Assert.Equal(["act=book"], sent);
    }

    [Fact]
    public async Task A_form_the_browser_finds_incomplete_is_not_busy()
    {
        await ShowAsync($"{Form}<input name='name' required aria-label='Name'>{Button}</form>");

        await Page.ClickAsync("form button");

        await Assertions.Expect(Page.Locator("form button")).ToHaveTextAsync("Book");
        await Assertions.Expect(Page.Locator("form button")).Not.ToHaveAttributeAsync("aria-disabled", "true");
    }

    [Fact]
    public async Task Coming_back_from_the_next_page_finds_the_form_usable()
    {
        await ShowAsync($"{Form}{Button}</form>");
        await AnswerSlowlyAsync();
        await Page.Locator("form button").ClickAsync();
        await Assertions.Expect(Page.Locator("form button")).ToHaveTextAsync("Booking…");

        // what a browser tells a page that it kept whole while another was shown
        await Page.EvaluateAsync("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");

        await Assertions.Expect(Page.Locator("form button b")).ToHaveTextAsync("Book");
        await Assertions.Expect(Page.Locator("form button")).Not.ToHaveAttributeAsync("aria-disabled", "true");
        release.SetResult();
    }

    [Fact]
    public async Task A_form_that_htmx_sends_is_busy_until_the_answer_is_shown()
    {
        await ShowAsync($"<form hx-post='/book' hx-target='#answer' data-busy>{Button}</form><div id='answer'></div>");
        await AnswerSlowlyAsync(422);

        await Page.ClickAsync("form button");
        await Assertions.Expect(Page.Locator("form button")).ToHaveTextAsync("Booking…");
        release.SetResult();

        await Assertions.Expect(Page.Locator("#answer h1")).ToHaveTextAsync("Booked");
        await Assertions.Expect(Page.Locator("form button b")).ToHaveTextAsync("Book");
        Assert.Equal(["act=book"], sent);
    }

    private Task AnswerSlowlyAsync(int status = 200) => AnswerAsync("/book", async route =>
    {
        sent.Add(route.Request.PostData);
        await release.Task;
        await Html(route, "<h1>Booked</h1>", status);
    });
}
