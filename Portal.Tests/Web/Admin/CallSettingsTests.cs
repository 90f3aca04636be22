using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Organizations;
using Portal.Core.Persistence;

namespace Portal.Tests.Web.Admin;

[Trait("Req", "D10")]
public sealed class CallSettingsTests(StaffApp app) : IClassFixture<StaffApp>
{
    private const string Page = "/admin/settings/calls";

    [Fact]
    public async Task Chat_is_kept_and_nothing_recorded_until_an_admin_says_otherwise()
    {
        using var emil = await app.SignInAsync(StaffApp.Admin);
        var page = await emil.GetDocumentAsync(Page);
        Assert.Equal((true, false), (Box(page, "KeepsChat").IsChecked, Box(page, "AllowsLocalRecording").IsChecked));

        (Box(page, "KeepsChat").IsChecked, Box(page, "AllowsLocalRecording").IsChecked) = (false, true);
        var response = await emil.PostFormAsync(page, "form.editor");

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var settings = await app.RunAsync(async (PortalDbContext db) => await db.Organizations
            .Where(row => row.Slug == DemoData.Acme).Select(row => new CallSettings(row.KeepsCallChat, row.AllowsLocalRecording)).SingleAsync());
        Assert.Equal(new CallSettings(false, true), settings);
        Assert.True(await app.RunAsync((PortalDbContext db) => db.AuditEntries.AnyAsync(entry => entry.Action == "organization.calls_changed")));
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task Only_admins_reach_them()
    {
        using var tilda = await app.SignInAsync(StaffApp.Agent);

        await tilda.GetDocumentAsync(Page, HttpStatusCode.Forbidden);
    }

    private static IHtmlInputElement Box(IHtmlDocument page, string name) => (IHtmlInputElement)page.QuerySelector($"[name='Input.{name}'][type=checkbox]")!;
}
