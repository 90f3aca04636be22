using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Tests.Web.Dashboard;

[Trait("Req", "B18")]
public sealed class InvitePageTests : IAsyncLifetime
{
    private readonly StaffApp app = new();

    public Task InitializeAsync() => app.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_host_is_led_from_the_dashboard_straight_into_the_call()
    {
        using var mara = await app.SignInAsync(StaffApp.Mara);
        Assert.NotNull((await mara.GetDocumentAsync("/dashboard")).QuerySelector("a[href='/dashboard/invite']"));

        var response = await InviteAsync(mara, "vera@visitor.test");

        var booking = await app.RunAsync((PortalDbContext db) => db.Bookings.SingleAsync(row => row.VisitorEmail == "vera@visitor.test"));
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal($"/meetings/{booking.Id}/call", response.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await mara.GetAsync($"/meetings/{booking.Id}/call")).StatusCode);
    }

    [Fact]
    public async Task A_busy_host_reads_why_and_keeps_what_was_typed()
    {
        using var mara = await app.SignInAsync(StaffApp.Mara);
        await InviteAsync(mara, "vera@visitor.test");

        var refused = await InviteAsync(mara, "walter@visitor.test", "Please come");

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var page = await Support.Http.Documents.ParseAsync(await refused.Content.ReadAsStringAsync());
        Assert.Contains("Mara Lindner is busy now", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("walter@visitor.test", page.QuerySelector("input[name='Input.Email']")!.GetAttribute("value"));
        Assert.Contains("Please come", page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nobody else is free now", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused_and_nothing_begins()
    {
        using var agent = await app.SignInAsync(StaffApp.Agent);

        var refused = await InviteAsync(agent, "nobody");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(0, await app.RunAsync((PortalDbContext db) => db.AuditEntries.CountAsync(row => row.Action == "booking.invited")));
    }

    [Fact, Trait("Req", "C8")]
    public async Task Nobody_invites_without_a_session() =>
        Assert.NotEqual(HttpStatusCode.OK, (await app.NewClient().GetAsync("/dashboard/invite")).StatusCode);

    private static async Task<HttpResponseMessage> InviteAsync(Support.Http.PortalClient client, string email, string message = "")
    {
        var form = await client.GetDocumentAsync("/dashboard/invite");
        return await client.PostFormAsync(form, "form[method=post][action='/dashboard/invite']", new Dictionary<string, string> { ["Input.Email"] = email, ["Input.Message"] = message });
    }
}
