using Portal.Tests.Support;

namespace Portal.Tests.Web.Book;

/// <summary>Whoever booked for 2:00 PM finds 2:00 PM on every page about it.</summary>
[Trait("Req", "C1")]
public sealed class VisitorClockTests : IAsyncLifetime
{
    private readonly VisitorApp app = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("en-US", "2:00 PM", "14:00")]
    [InlineData("fr-FR", "14:00", "2:00 PM")]
    public async Task Every_page_of_a_meeting_writes_times_the_same_way(string language, string written, string otherwise)
    {
        using var client = app.NewClient();
        client.Http.DefaultRequestHeaders.Add("Accept-Language", language);
        var visit = await app.BookAsync(client, "2026-01-06T14:00");

        foreach (var path in new[] { "", "/cancel", "/waiting", "/move?view=week", "/move?time=2026-01-07T13:00:00Z" })
        {
            var text = (await client.GetDocumentAsync(visit.Page + path)).QuerySelector("main")!.TextContent;
            Assert.Contains(written, text, StringComparison.Ordinal);
            Assert.DoesNotContain(otherwise, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_open_door_says_when_in_the_visitors_way()
    {
        using var client = app.NewClient();
        client.Http.DefaultRequestHeaders.Add("Accept-Language", "en-US");
        var visit = await app.BookAsync(client, "2026-01-06T14:00");
        app.Time.Set(World.At("2026-01-06T13:50"));

        Assert.Contains("2:00 PM–2:30 PM", (await client.GetDocumentAsync(visit.Page + "/waiting")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
