using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Portal.Tests.Support.Browsers;

/// <summary>Somebody at a browser of their own: a page, and everything that went wrong in it.</summary>
public sealed class Person : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> problems = new();
    private readonly List<string> expected = [];

    private Person(IBrowserContext context, IPage page) => (Context, Page) = (context, page);

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>
    /// Errors in the console (a refusal by the content security policy among them), uncaught exceptions, and answers of
    /// 500 and above; without those expected.
    /// </summary>
    public IReadOnlyList<string> Problems => [.. problems.Where(problem => !expected.Exists(problem.Contains))];

    /// <summary>A test that provokes an error says here what the browser will say about it.</summary>
    public void Expect(string partOfProblem) => expected.Add(partOfProblem);

    public static async Task<Person> OpenAsync(Browser browser, BrowserNewContextOptions options)
    {
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(15_000);
        var person = new Person(context, await context.NewPageAsync());
        person.Watch();
        return person;
    }

    public ValueTask DisposeAsync() => Context.DisposeAsync();

    private void Watch()
    {
        Context.Console += (_, message) =>
        {
            if (message.Type == "error")
                problems.Enqueue($"console at {message.Location}: {message.Text}");
        };
        Context.WebError += (_, error) => problems.Enqueue($"uncaught: {error.Error}");
        Context.Response += (_, response) =>
        {
            if (response.Status >= 500)
                problems.Enqueue($"{response.Status} {response.Request.Method} {response.Url}");
        };
    }
}
