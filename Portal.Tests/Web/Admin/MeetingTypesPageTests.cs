using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Portal.Core.MeetingTypes;
using Portal.Core.Persistence;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Admin;

[Trait("Req", "C1")]
public sealed class MeetingTypesPageTests : IAsyncLifetime
{
    private const string Page = "/admin/meeting-types";

    private readonly StaffApp app = new();
    private PortalClient emil = null!;

    [Fact]
    public async Task Every_type_stands_there_with_its_length_its_hosts_and_its_link()
    {
        var rows = (await emil.GetDocumentAsync(Page)).QuerySelectorAll(".type-row");

        Assert.Contains("Intro call", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("30 minutes", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Mara Lindner", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("http://localhost/book/acme/intro-call", rows[0].QuerySelector("button[data-copy]")!.GetAttribute("data-copy"));
        Assert.Contains("Mara Lindner or Jonas Weber", rows[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_order_is_changed_by_buttons_and_is_that_of_the_booking_page()
    {
        var response = await PressAsync("Move Onboarding up");

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(["Onboarding", "Intro call"], (await emil.GetDocumentAsync("/book/acme")).QuerySelectorAll(".offer h2").Take(2).Select(name => name.TextContent));
        var names = (await emil.GetDocumentAsync(Page)).QuerySelectorAll(".type-row h2").Take(2).Select(name => name.TextContent);
        Assert.Equal(["Onboarding", "Intro call"], names);
    }

    [Fact]
    public async Task A_hidden_type_cannot_be_found_until_it_is_shown_again()
    {
        await PressAsync("Hide Onboarding");

        await emil.GetDocumentAsync("/book/acme/onboarding", HttpStatusCode.NotFound);
        Assert.DoesNotContain((await emil.GetDocumentAsync("/book/acme")).QuerySelectorAll(".offer h2"), name => name.TextContent == "Onboarding");
        var row = (await emil.GetDocumentAsync(Page)).QuerySelectorAll(".type-row")[1];
        Assert.Contains("Hidden", row.TextContent, StringComparison.Ordinal);
        Assert.Null(row.QuerySelector("button[data-copy]"));

        await PressAsync("Show Onboarding");
        await emil.GetDocumentAsync("/book/acme/onboarding");
    }

    [Fact]
    public async Task A_hidden_types_editor_previews_its_next_times()
    {
        await PressAsync("Hide Onboarding");

        var editor = await emil.GetDocumentAsync($"{Page}/{await IdOfAsync("onboarding")}");

        Assert.NotEmpty(editor.QuerySelectorAll(".next-times li"));
        Assert.Contains("its link leads nowhere", editor.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_link_opens_the_type_and_a_new_one_closes_the_old()
    {
        var id = await IdOfAsync("onboarding");
        var editor = await emil.GetDocumentAsync($"{Page}/{id}");
        await emil.PostFormAsync(editor, "form.editor", new Dictionary<string, string> { ["Input.Visibility"] = "ByLink" });
        editor = await emil.GetDocumentAsync($"{Page}/{id}");
        var link = new Uri(editor.QuerySelector(".copy-text")!.TextContent).PathAndQuery;
        await emil.GetDocumentAsync(link);
        await emil.GetDocumentAsync("/book/acme/onboarding", HttpStatusCode.NotFound);

        var response = await emil.PostFormAsync(editor, "form[action*='handler=Link']");

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        await emil.GetDocumentAsync(link, HttpStatusCode.NotFound);
        var renewed = new Uri((await emil.GetDocumentAsync($"{Page}/{id}")).QuerySelector(".copy-text")!.TextContent).PathAndQuery;
        await emil.GetDocumentAsync(renewed);
    }

    [Fact]
    public async Task A_copy_is_opened_hidden()
    {
        var response = await PressAsync("Duplicate Onboarding");

        var editor = await emil.GetDocumentAsync(response.Headers.Location!.OriginalString);
        Assert.Equal("Onboarding (copy)", editor.QuerySelector("h1")!.TextContent);
        Assert.Contains("hidden until you show it", editor.QuerySelector(".page-notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_that_was_booked_is_offered_to_be_hidden_instead_of_deleted()
    {
        var page = await emil.GetDocumentAsync($"{Page}/{await IdOfAsync("intro-call")}/delete");

        Assert.Contains("cannot be deleted", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        await emil.PostFormAsync(page, "form[action*='handler=Hide']");
        await emil.GetDocumentAsync("/book/acme/intro-call", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_type_nobody_booked_is_deleted_after_a_question()
    {
        var copy = (await PressAsync("Duplicate Onboarding")).Headers.Location!.OriginalString;

        var question = await emil.GetDocumentAsync($"{copy}/delete");
        var response = await emil.PostFormAsync(question, "form[action$='/delete']");

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        await emil.GetDocumentAsync(copy, HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await emil.PostFormAsync(question, "form[action$='/delete']")).StatusCode);
    }

    [Fact]
    public async Task One_that_is_booked_while_the_question_is_read_stays()
    {
        var copy = (await PressAsync("Duplicate Onboarding")).Headers.Location!.OriginalString;
        var question = await emil.GetDocumentAsync($"{copy}/delete");
        var id = Guid.Parse(copy.Split('/')[^1]);
        await app.RunAsync((PortalDbContext db) => db.Bookings.Where(booking => booking.MeetingType!.Slug == "onboarding")
            .ExecuteUpdateAsync(booking => booking.SetProperty(row => row.MeetingTypeId, id)));

        var response = await emil.PostFormAsync(question, "form[action$='/delete']");

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        await emil.GetDocumentAsync(copy);
    }

    [Theory, Trait("Req", "C8")]
    [InlineData(StaffApp.Agent)]
    [InlineData(StaffApp.Mara)]
    public async Task Only_admins_reach_it(string email)
    {
        using var member = await app.SignInAsync(email);

        foreach (var path in new[] { Page, $"{Page}/new", $"{Page}/{await IdOfAsync("intro-call")}", $"{Page}/{await IdOfAsync("intro-call")}/delete" })
            await member.GetDocumentAsync(path, HttpStatusCode.Forbidden);
        Assert.Null((await member.GetDocumentAsync("/dashboard")).QuerySelector($"a[href='{Page}']"));
        Assert.NotNull((await emil.GetDocumentAsync("/dashboard")).QuerySelector($"a[href='{Page}']"));
    }

    [Fact, Trait("Req", "C8")]
    public async Task Another_organisations_type_does_not_exist()
    {
        using var henry = await app.SignInAsync(StaffApp.OtherAdmin);
        var (id, before) = (await IdOfAsync("onboarding"), await FindAsync("onboarding"));

        await henry.GetDocumentAsync($"{Page}/{id}", HttpStatusCode.NotFound);
        await henry.GetDocumentAsync($"{Page}/{id}/delete", HttpStatusCode.NotFound);
        var own = await henry.GetDocumentAsync(Page);
        foreach (var form in own.QuerySelectorAll(".type-row form").Cast<IHtmlFormElement>())
        {
            var theirs = form.Action.Split("id=")[1].Split('&')[0];
            form.Action = form.Action.Replace(theirs, id.ToString(), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await henry.PostFormAsync(form)).StatusCode);
        }

        var editor = await henry.GetDocumentAsync(own.QuerySelector(".type-row h2 a")!.GetAttribute("href")!);
        var edit = (IHtmlFormElement)editor.QuerySelector("form.editor")!;
        edit.Action = $"{Page}/{id}";
        Assert.Equal(HttpStatusCode.NotFound, (await henry.PostFormAsync(edit)).StatusCode);
        var after = await FindAsync("onboarding");
        Assert.Equal((before.Version, before.Position, before.Visibility), (after.Version, after.Position, after.Visibility));
    }

    public async Task InitializeAsync() => emil = await app.SignInAsync(StaffApp.Admin);

    public async Task DisposeAsync() => await app.DisposeAsync();

    private async Task<HttpResponseMessage> PressAsync(string label)
    {
        var page = await emil.GetDocumentAsync(Page);
        var button = (IHtmlButtonElement)Assert.Single(page.QuerySelectorAll(".type-row button"), button => (button.GetAttribute("aria-label") ?? button.TextContent.Trim()) == label);
        return await emil.PostFormAsync(button.Form!, null, button);
    }

    private async Task<Guid> IdOfAsync(string slug) => (await FindAsync(slug)).Id;

    private Task<MeetingType> FindAsync(string slug) => app.RunAsync((PortalDbContext db) =>
        db.MeetingTypes.AsNoTracking().SingleAsync(type => type.Organization!.Slug == DemoData.Acme && type.Slug == slug));
}
