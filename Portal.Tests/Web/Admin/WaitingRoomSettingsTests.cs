using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Organizations;
using Portal.Core.Persistence;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Admin;

[Trait("Req", "B11")]
public sealed class WaitingRoomSettingsTests : IAsyncLifetime
{
    private const string Page = "/admin/settings/waiting-room";
    private const string Form = "form.editor";

    private readonly StaffApp app = new();
    private PortalClient emil = null!;

    [Fact]
    public async Task They_are_shown_and_saved_and_the_change_is_in_the_history()
    {
        var page = await emil.GetDocumentAsync(Page);
        Assert.Equal((true, true, "1", "5"), (IsOn(page, "Enabled"), IsOn(page, "Chat"), Value(page, "AskAgainMinutes"), Value(page, "LateHostMinutes")));

        var response = await emil.PostFormAsync(page, Form, Typed("0", "10", enabled: "false", chat: "false"));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var acme = await FindAsync(DemoData.Acme);
        Assert.Equal(
            (false, false, Duration.Zero, Duration.FromMinutes(10)), (acme.WaitingRoomEnabled, acme.ChatAtTheDoor, acme.AskAgainAfter, acme.LateHostAfter));
        Assert.True(await app.RunAsync((PortalDbContext db) => db.AuditEntries.AnyAsync(entry => entry.Action == "organization.door_changed")));
    }

    [Theory]
    [InlineData("LateHostMinutes", "0", "Take 1 to 60 minutes.")]
    [InlineData("LateHostMinutes", "61", "Take 1 to 60 minutes.")]
    [InlineData("LateHostMinutes", "soon", "Write a whole number of minutes.")]
    [InlineData("AskAgainMinutes", "61", "Take 0 to 60 minutes.")]
    [InlineData("AskAgainMinutes", "-1", "Write a whole number of minutes.")]
    public async Task What_cannot_be_taken_is_said_at_its_field_and_kept(string field, string typed, string said)
    {
        var values = Typed("2", "3");
        values[$"Input.{field}"] = typed;

        var response = await emil.PostFormAsync(await emil.GetDocumentAsync(Page), Form, values);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await PortalClient.ReadAsync(response);
        Assert.Equal(said, page.GetElementById($"Input_{field}-error")!.TextContent.Trim());
        Assert.Equal(typed, Value(page, field));
        Assert.Equal(Duration.FromMinutes(5), (await FindAsync(DemoData.Acme)).LateHostAfter);
    }

    [Fact, Trait("Req", "C8")]
    public async Task Only_admins_reach_them_and_only_their_own()
    {
        using var mara = await app.SignInAsync(StaffApp.Mara);
        await mara.GetDocumentAsync(Page, HttpStatusCode.Forbidden);

        using var henry = await app.SignInAsync(StaffApp.OtherAdmin);
        await henry.PostFormAsync(await henry.GetDocumentAsync(Page), Form, Typed("9", "9"));

        Assert.Equal((Duration.FromMinutes(9), Duration.FromMinutes(5)), ((await FindAsync(DemoData.Globex)).LateHostAfter, (await FindAsync(DemoData.Acme)).LateHostAfter));
    }

    public async Task InitializeAsync() => emil = await app.SignInAsync(StaffApp.Admin);

    public async Task DisposeAsync() => await app.DisposeAsync();

    private static Dictionary<string, string> Typed(string again, string late, string enabled = "true", string chat = "true") => new()
    {
        ["Input.Enabled"] = enabled,
        ["Input.Chat"] = chat,
        ["Input.AskAgainMinutes"] = again,
        ["Input.LateHostMinutes"] = late,
    };

    private static bool IsOn(IHtmlDocument page, string field) => ((IHtmlInputElement)page.QuerySelector($"input[type=checkbox][name='Input.{field}']")!).IsChecked;

    private static string Value(IHtmlDocument page, string field) => ((IHtmlInputElement)page.QuerySelector($"[name='Input.{field}']")!).Value;

    private Task<Organization> FindAsync(string slug) =>
        app.RunAsync((PortalDbContext db) => db.Organizations.AsNoTracking().SingleAsync(organization => organization.Slug == slug));
}
