using Microsoft.Playwright;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Support.Browsers;

/// <summary>
/// Tests in a real browser; a subclass carries <c>[Collection(Browser.Collection)]</c> or the one for calls. Every problem in any page of a
/// test fails it, whatever it asserts.
/// </summary>
public abstract class BrowserTests(Browser browser) : IAsyncLifetime
{
    private readonly List<Person> people = [];

    /// <param name="change">Width, colour scheme, zone, JavaScript off …</param>
    protected async Task<Person> OpenAsync(Uri address, Action<BrowserNewContextOptions>? change = null)
    {
        var options = new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            Permissions = ["camera", "microphone"],
            ViewportSize = new() { Width = 1280, Height = 800 },
            TimezoneId = "Europe/Berlin",
            Locale = "en-GB",
            ReducedMotion = ReducedMotion.Reduce,
        };
        change?.Invoke(options);
        var person = await Person.OpenAsync(browser, options);
        people.Add(person);
        return person;
    }

    protected static async Task SignInAsync(Person person, string email)
    {
        await person.Page.GotoAsync("/account/sign-in");
        await person.Page.Locator("input[type=email]").FillAsync(email);
        await person.Page.Locator("input[type=password]").FillAsync(PortalApp.Password);
        await person.Page.Locator("form:has(input[type=password]) button[type=submit]").ClickAsync();
        await person.Page.ComeToAsync(address => address.AbsolutePath != "/account/sign-in");
    }

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual async Task DisposeAsync()
    {
        var problems = people.SelectMany(person => person.Problems).ToList();
        foreach (var person in people)
            await person.DisposeAsync();
        Assert.True(problems.Count == 0, $"The browser reported: {string.Join(System.Environment.NewLine, problems)}");
    }
}
