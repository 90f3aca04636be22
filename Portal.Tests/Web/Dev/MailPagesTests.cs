using System.Net;
using AngleSharp.Html.Dom;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Bookings;
using Portal.Core.Notifications;
using Portal.Tests.Support;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Dev;

[Trait("Req", "B16")]
public sealed class MailPagesTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task Sent_mail_is_listed_and_read_as_html_as_text_and_as_a_calendar_file()
    {
        using var client = await BookAndDeliverAsync("Lena <b>Fischer</b>");

        var list = await client.GetDocumentAsync("/dev/mail");
        var row = list.QuerySelectorAll("tbody tr").First(line => line.TextContent.Contains("lena@mail.test", StringComparison.Ordinal));
        Assert.Contains("Lena <b>Fischer</b>", row.TextContent, StringComparison.Ordinal);

        var page = await client.GetDocumentAsync(((IHtmlAnchorElement)row.QuerySelector("a")!).Href);
        Assert.StartsWith("Booked: Intro call", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Move or cancel the meeting:", page.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);

        var frame = (IHtmlInlineFrameElement)page.QuerySelector("iframe")!;
        Assert.DoesNotContain("allow-scripts", frame.GetAttribute("sandbox"), StringComparison.Ordinal);
        var html = await client.GetAsync(frame.GetAttribute("src")!);
        var policy = html.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'; style-src 'unsafe-inline'", policy, StringComparison.Ordinal);
        Assert.Contains("sandbox", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        var mail = await PortalClient.ReadAsync(html);
        Assert.Equal("_blank", mail.QuerySelector("base")!.GetAttribute("target"));
        Assert.Contains(mail.QuerySelectorAll("a"), link => link.TextContent == "Join the meeting");

        var file = await client.GetAsync(page.QuerySelectorAll("a").OfType<IHtmlAnchorElement>().Single(link => link.TextContent.Trim() == "invite.ics").Href);
        Assert.Equal("text/calendar", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("invite.ics", file.Content.Headers.ContentDisposition!.FileName);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/mail/0195c1d000007000800000000000000a")]
    [InlineData("/dev/mail/0195c1d000007000800000000000000a/html")]
    [InlineData("/dev/mail/..%2f..%2fportal.db")]
    [InlineData("/dev/mail/portal.db")]
    [InlineData("/dev/mail/0195c1d000007000800000000000000a/anything")]
    public async Task What_is_no_mail_is_not_found(string url)
    {
        using var client = app.NewClient();

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(url)).StatusCode);
    }

    [Theory]
    [InlineData("/dev/mail")]
    [InlineData("/dev/mail/0195c1d000007000800000000000000a")]
    [InlineData("/dev/mail/0195c1d000007000800000000000000a/html")]
    public async Task In_production_there_is_no_such_page(string url)
    {
        await using var pages = await BarePages.StartAsync("Production");

        Assert.Equal(HttpStatusCode.NotFound, (await pages.Client.GetAsync(new Uri(url, UriKind.Relative))).StatusCode);
    }

    private async Task<PortalClient> BookAndDeliverAsync(string name)
    {
        var open = await app.RunAsync((FindOpenSlots find) => find.RunAsync(new FindOpenSlotsRequest("acme", "intro-call"), default));
        var request = new BookSlotRequest(
            "acme", "intro-call", open!.Slots[0].Start, DateTimeZoneProviders.Tzdb["Europe/Paris"], name, "lena@mail.test", "", null);
        Assert.IsType<BookSlotOutcome.Booked>(await app.RunAsync((BookSlot book) => book.RunAsync(request, default)));
        Assert.InRange(await app.RunAsync((DeliverOutbox deliver) => deliver.RunAsync(default)), 2, int.MaxValue);
        return app.NewClient();
    }
}
