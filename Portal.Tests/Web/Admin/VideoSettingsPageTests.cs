using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;
using Portal.Tests.Support.Http;
using Portal.Tests.Support.Providers;

namespace Portal.Tests.Web.Admin;

/// <summary>Accounts and the choice of a provider, as admins see them.</summary>
public sealed class VideoSettingsPageTests : IAsyncLifetime
{
    private const string Page = "/admin/settings/video";
    private const string Account = "/admin/settings/video/twilio";
    private const string Form = "form.editor";
    private const string TryForm = "form[action*=Try]";

    private readonly FakeTwilio twilio = new();
    private readonly StaffApp app = new();
    private PortalClient emil = null!;

    [Fact]
    public async Task Without_accounts_calls_are_direct_and_nothing_else_is_offered()
    {
        var page = await emil.GetDocumentAsync(Page);

        Assert.Equal("direct", Assert.Single(page.QuerySelectorAll("input[name='Input.Provider']")).GetAttribute("value"));
        Assert.Empty(page.QuerySelectorAll(".page-notice"));
    }

    [Fact]
    public async Task An_account_is_saved_tried_chosen_and_forgotten_and_its_secrets_are_never_shown()
    {
        var saved = await emil.PostFormAsync(await emil.GetDocumentAsync(Account), Form, Values(FakeTwilio.ApiSecret));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);

        var account = await emil.GetDocumentAsync(Account);
        Assert.Equal(FakeTwilio.AccountSid, account.QuerySelector("[name='Values[AccountSid]']")!.GetAttribute("value"));
        Assert.DoesNotContain(FakeTwilio.ApiSecret, account.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeTwilio.AuthToken, account.Source.Text, StringComparison.Ordinal);

        await emil.PostFormAsync(account, TryForm);
        Assert.Contains("It works", (await emil.GetDocumentAsync(Account)).Body!.TextContent, StringComparison.Ordinal);

        await emil.PostFormAsync(await emil.GetDocumentAsync(Page), Form, new Dictionary<string, string> { ["Input.Provider"] = "twilio", ["Input.Records"] = "true" });
        Assert.Equal(("twilio", true), await ChosenAsync());

        await emil.PostFormAsync(await emil.GetDocumentAsync(Account), "form[action*=Remove]");
        Assert.Contains("has no account any more", string.Concat((await emil.GetDocumentAsync(Page)).QuerySelectorAll(".page-notice").Select(notice => notice.TextContent)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trying_a_wrong_secret_says_what_is_wrong()
    {
        await emil.PostFormAsync(await emil.GetDocumentAsync(Account), Form, Values("ffffffffffffffffffffffffffffffff"));

        await emil.PostFormAsync(await emil.GetDocumentAsync(Account), TryForm);

        var said = (await emil.GetDocumentAsync(Account)).Body!.TextContent;
        Assert.Contains("Twilio does not accept the credentials of SK", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_look_right_is_said_at_its_field_and_what_was_typed_is_kept()
    {
        var values = Values(FakeTwilio.ApiSecret);
        values["Values[AccountSid]"] = "AC-short";

        var response = await emil.PostFormAsync(await emil.GetDocumentAsync(Account), Form, values);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await PortalClient.ReadAsync(response);
        Assert.Contains("AC and 32 letters and digits", page.QuerySelector("#Values_AccountSid_")!.ParentElement!.QuerySelector(".field-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("AC-short", page.QuerySelector("#Values_AccountSid_")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_provider_without_an_account_cannot_be_chosen_and_an_unknown_one_has_no_page()
    {
        var response = await emil.PostFormAsync(await emil.GetDocumentAsync(Page), Form, new Dictionary<string, string> { ["Input.Provider"] = "livekit" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await emil.GetAsync("/admin/settings/video/zoom")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await emil.GetAsync("/admin/settings/video/direct")).StatusCode);
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task Hosts_see_none_of_it_and_other_organisations_have_accounts_of_their_own()
    {
        await emil.PostFormAsync(await emil.GetDocumentAsync(Account), Form, Values(FakeTwilio.ApiSecret));
        using var jonas = await app.SignInAsync("jonas@acme.test");
        using var grace = await app.SignInAsync("grace@globex.test");

        Assert.Equal(HttpStatusCode.Forbidden, (await jonas.GetAsync(Page)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await jonas.GetAsync(Account)).StatusCode);
        Assert.Equal("", (await grace.GetDocumentAsync(Account)).QuerySelector("[name='Values[AccountSid]']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_meeting_type_chooses_among_what_is_configured()
    {
        await emil.PostFormAsync(await emil.GetDocumentAsync(Account), Form, Values(FakeTwilio.ApiSecret));
        var id = await app.RunAsync((PortalDbContext db) => db.MeetingTypes.Where(type => type.Slug == "intro-call").Select(type => type.Id).SingleAsync());
        var editor = await emil.GetDocumentAsync($"/admin/meeting-types/{id}");
        Assert.Equal(["", "direct", "twilio"], editor.QuerySelectorAll("#Input_VideoProvider option").Select(option => option.GetAttribute("value")));

        var saved = await emil.PostFormAsync(editor, Form, new Dictionary<string, string> { ["Input.VideoProvider"] = "twilio" });
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Equal("twilio", await app.RunAsync((PortalDbContext db) => db.MeetingTypes.Where(type => type.Id == id).Select(type => type.VideoProvider).SingleAsync()));

        var forged = await emil.GetDocumentAsync($"/admin/meeting-types/{id}");
        forged.QuerySelector("#Input_VideoProvider option[value=twilio]")!.SetAttribute("value", "livekit");
        var refused = await emil.PostFormAsync(forged, Form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    public async Task InitializeAsync()
    {
        app.Settings["Video:Twilio:ApiUrl"] = twilio.Address.AbsoluteUri;
        app.Outgoing.Allow(twilio.Address);
        emil = await app.SignInAsync("emil@acme.test");
    }

    public async Task DisposeAsync()
    {
        emil.Dispose();
        await app.DisposeAsync();
        await twilio.DisposeAsync();
    }

    private static Dictionary<string, string> Values(string secret) => new()
    {
        ["Values[AccountSid]"] = FakeTwilio.AccountSid,
        ["Values[ApiKey]"] = FakeTwilio.ApiKey,
        ["Values[ApiSecret]"] = secret,
        ["Values[AuthToken]"] = FakeTwilio.AuthToken,
    };

    private Task<(string?, bool)> ChosenAsync() => app.RunAsync(async (PortalDbContext db) =>
    {
        var acme = await db.Organizations.SingleAsync(row => row.Slug == DemoData.Acme);
        return (acme.VideoProvider, acme.RecordsCalls);
    });
}
