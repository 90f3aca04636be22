using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.MeetingTypes;
using Portal.Core.Persistence;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Admin;

[Trait("Req", "C1")]
[Trait("Req", "C6")]
public sealed class MeetingTypeEditorTests : IAsyncLifetime
{
    private const string New = "/admin/meeting-types/new";
    private const string Form = "form.editor";

    private readonly StaffApp app = new();
    private PortalClient emil = null!;

    [Fact]
    public async Task A_new_type_is_made_of_a_name_and_a_host_and_stands_on_the_booking_page()
    {
        var response = await emil.PostFormAsync(await NewFormAsync(), Form, new Dictionary<string, string> { ["Input.Name"] = "Product tour" });

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var editor = await emil.GetDocumentAsync(response.Headers.Location!.OriginalString);
        Assert.Contains("“Product tour” is ready.", editor.QuerySelector(".page-notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("http://localhost/book/acme/product-tour", editor.QuerySelector(".copy-text")!.TextContent);
        Assert.NotEmpty(editor.QuerySelectorAll(".next-times li"));
        Assert.Contains((await emil.GetDocumentAsync("/book/acme")).QuerySelectorAll(".offer h2"), name => name.TextContent == "Product tour");
        await emil.GetDocumentAsync("/book/acme/product-tour");
    }

    [Theory]
    [InlineData("Input.Name", "", "Give it a name.")]
    [InlineData("Input.Slug", "Not a word", "Take 3 to 64 lower-case letters, digits and single hyphens.")]
    [InlineData("Input.Slug", "intro-call", "Another meeting type has this word in its address. Take another.")]
    [InlineData("Input.Length", "", "Say how many minutes it takes.")]
    [InlineData("Input.Length", "2", "Take 5 min to 24 h.")]
    [InlineData("Input.Length", "soon", "Write a whole number.")]
    [InlineData("Input.FurtherLengths", "15, soon", "Write minutes, with commas between: 15, 60.")]
    [InlineData("Input.FurtherLengths", "30", "A length stands here twice, or is the usual one.")]
    [InlineData("Input.Increment", "1", "Take 5 min to 24 h.")]
    [InlineData("Input.StartOffset", "-5", "Take 0 min to 24 h.")]
    [InlineData("Input.BufferBefore", "1441", "Take 0 min to 24 h.")]
    [InlineData("Input.BufferAfter", "1441", "Take 0 min to 24 h.")]
    [InlineData("Input.MinimumNotice.Amount", "99999999", "Take 0 min to 3660 days.")]
    [InlineData("Input.HorizonDays", "3661", "Take a whole number from 0 to 3660.")]
    [InlineData("Input.FirstDay", "tomorrow", "Write a day like 2026-11-24.")]
    [InlineData("Input.MostPerDay", "0", "Take a whole number from 1 to 1000.")]
    [InlineData("Input.MostPerWeek", "0", "Take a whole number from 1 to 1000.")]
    [InlineData("Input.Capacity", "0", "Take a whole number from 1 to 1000.")]
    [InlineData("Input.CancelUntil.Amount", "999999999", "Take 0 min to 365 days.")]
    [InlineData("Input.MoveUntil.Amount", "-1", "Take 0 min to 365 days.")]
    [InlineData("Input.MostMoves", "101", "Take a whole number from 0 to 100.")]
    [InlineData("Input.MostUpcomingPerEmail", "0", "Take a whole number from 1 to 1000.")]
    [InlineData("Input.Hosts[0].Weight", "101", "Take a whole number from 1 to 100.")]
    public async Task What_cannot_be_taken_is_said_at_its_field_and_everything_typed_is_kept(string field, string typed, string said)
    {
        var before = await CountAsync();
        var response = await emil.PostFormAsync(await NewFormAsync(), Form, new Dictionary<string, string>
        {
            ["Input.Name"] = "Product tour",
            ["Input.Description"] = "Typed with care.",
            [field] = typed,
        });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await PortalClient.ReadAsync(response);
        var input = (IHtmlInputElement)Assert.Single(page.QuerySelectorAll($"[name='{field}']:not([type=hidden])"));
        Assert.Equal(("true", typed), (input.GetAttribute("aria-invalid"), input.GetAttribute("value") ?? ""));
        Assert.Equal(said, page.GetElementById($"{input.Id}-error")!.TextContent.Trim());
        Assert.Equal(said, Assert.Single(page.QuerySelectorAll($".notice-error a[href='#{input.Id}']")).TextContent);
        Assert.Equal("Typed with care.", page.QuerySelector("[name='Input.Description']")!.TextContent.Trim());
        if (input.Closest("details") is { } part)
            Assert.True(part.HasAttribute("open"), "The part of the form with the mistake is open.");
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Without_a_host_nothing_is_made()
    {
        var page = await NewFormAsync();
        ((IHtmlInputElement)page.QuerySelector("[name='Input.Hosts[0].Takes'][type=checkbox]")!).IsChecked = false;

        var answer = await PortalClient.ReadAsync(await emil.PostFormAsync(page, Form, new Dictionary<string, string> { ["Input.Name"] = "Product tour" }));

        Assert.Contains("Choose at least one host.", answer.QuerySelector("#Input_Hosts .field-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_are_added_moved_and_removed_without_javascript_and_nothing_typed_is_lost()
    {
        var page = await NewFormAsync();
        page = await ArrangeAsync(page, "question-add", new() { ["Input.Name"] = "Product tour", ["Input.HorizonDays"] = "7" });
        page = await ArrangeAsync(page, "question-add", new() { ["Input.Questions[0].Label"] = "Which product?" });
        page = await ArrangeAsync(page, "question-up:1", new() { ["Input.Questions[1].Label"] = "How many people?", ["Input.Questions[1].Kind"] = "Number" });

        Assert.Equal(["How many people?", "Which product?"], Labels(page));
        Assert.Equal("Number", ((IHtmlSelectElement)page.QuerySelector("[name='Input.Questions[0].Kind']")!).Value);
        Assert.Equal(("Product tour", "7"), (Value(page, "Input.Name"), Value(page, "Input.HorizonDays")));
        Assert.Equal("Input.Questions[0].Label", page.QuerySelector("[autofocus]")!.GetAttribute("name"));
        Assert.Null(page.QuerySelector(".notice-error"));

        page = await ArrangeAsync(page, "question-remove:1", []);
        Assert.Equal(["How many people?"], Labels(page));
        var response = await emil.PostFormAsync(page, Form);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var type = await FindAsync("product-tour");
        Assert.Equal(("How many people?", "how-many-people", QuestionKind.Number), (type.Questions[0].Label, type.Questions[0].Key, type.Questions[0].Kind));
    }

    [Fact]
    public async Task A_question_that_cannot_be_taken_is_kept_with_what_is_wrong_with_it()
    {
        var page = await ArrangeAsync(await NewFormAsync(), "question-add", []);

        var response = await emil.PostFormAsync(page, Form, new Dictionary<string, string>
        {
            ["Input.Name"] = "Product tour",
            ["Input.Questions[0].Label"] = "Which product?",
            ["Input.Questions[0].Kind"] = "Choice",
            ["Input.Questions[0].Choices"] = "Only one",
            ["Input.Questions[0].Key"] = "zone",
        });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var answer = await PortalClient.ReadAsync(response);
        Assert.Equal(["Which product?"], Labels(answer));
        Assert.Equal("Only one", answer.QuerySelector("[name='Input.Questions[0].Choices']")!.TextContent.Trim());
        Assert.Equal(
            ["The booking page itself uses this word. Take another.", "Write at least 2 choices, one a line."],
            answer.QuerySelectorAll(".question .field-error").Select(error => error.TextContent.Trim()).Order());
    }

    [Fact]
    public async Task Hosts_are_put_in_order_and_the_first_holds_the_meetings()
    {
        var page = await NewFormAsync();
        var (first, second) = (HostName(page, 0), HostName(page, 1));
        page = await ArrangeAsync(page, "host-down:0", new() { ["Input.Name"] = "Product tour" });
        Assert.Equal((second, first), (HostName(page, 0), HostName(page, 1)));
        ((IHtmlInputElement)page.QuerySelector("[name='Input.Hosts[0].Takes'][type=checkbox]")!).IsChecked = true;

        await emil.PostFormAsync(page, Form);

        Assert.Equal([second, first], (await FindAsync("product-tour")).Hosts.OrderBy(host => host.Position).Select(host => host.Host!.DisplayName));
    }

    [Fact]
    public async Task Who_has_no_hours_is_marked()
    {
        var page = await NewFormAsync();

        var marked = page.QuerySelectorAll(".host-row").Where(row => row.QuerySelector(".host-note") is not null).Select(row => row.QuerySelector("label")!.TextContent.Trim());
        Assert.Equal(["Ada Brandt", "Emil Sommer"], marked.Select(name => name.Replace(" optional", "", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task An_unchanged_form_changes_nothing()
    {
        var before = await FindAsync("intro-call");

        var response = await emil.PostFormAsync(await EditFormAsync("intro-call"), Form);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var after = await FindAsync("intro-call");
        Assert.Equal(MeetingTypeDraft.Of(before) with { Hosts = [], Questions = [], FurtherLengths = [], Unreadable = [] }, MeetingTypeDraft.Of(after) with { Hosts = [], Questions = [], FurtherLengths = [], Unreadable = [] });
        Assert.Equal(before.Hosts.Select(host => host.HostId), after.Hosts.Select(host => host.HostId));
    }

    [Fact]
    public async Task Of_two_who_edit_at_once_the_second_is_told_keeps_what_they_typed_and_may_save_again()
    {
        var ada = await app.SignInAsync(StaffApp.Owner);
        var mine = await EditFormAsync("intro-call");
        var theirs = await ada.GetDocumentAsync(mine.Url);
        await ada.PostFormAsync(theirs, Form, new Dictionary<string, string> { ["Input.Name"] = "Ada's name" });

        var response = await emil.PostFormAsync(mine, Form, new Dictionary<string, string> { ["Input.Name"] = "Emil's name", ["Input.BufferAfter"] = "10" });

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal("Ada's name", (await FindAsync("intro-call")).Name);
        var page = await PortalClient.ReadAsync(response);
        Assert.Contains("Somebody saved this meeting type after you opened it", page.QuerySelector(".notice-warning")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Emil's name", "10"), (Value(page, "Input.Name"), Value(page, "Input.BufferAfter")));
        Assert.Equal(HttpStatusCode.SeeOther, (await emil.PostFormAsync(page, Form)).StatusCode);
        var saved = await FindAsync("intro-call");
        Assert.Equal(("Emil's name", Duration.FromMinutes(10)), (saved.Name, saved.BufferAfter));
    }

    [Fact]
    public async Task What_was_booked_is_not_changed_by_an_edit()
    {
        var meeting = await app.BookAsync("2026-01-15T09:00");

        await emil.PostFormAsync(await EditFormAsync("intro-call"), Form, new Dictionary<string, string> { ["Input.Length"] = "45", ["Input.Name"] = "Longer call" });

        var booking = await app.FindBookingAsync(meeting.Id);
        Assert.Equal(Duration.FromMinutes(30), booking.EndsAt - booking.StartsAt);
    }

    public async Task InitializeAsync() => emil = await app.SignInAsync(StaffApp.Admin);

    public async Task DisposeAsync() => await app.DisposeAsync();

    /// <summary>With the first host ticked, who has hours.</summary>
    private async Task<IHtmlDocument> NewFormAsync()
    {
        var page = await emil.GetDocumentAsync(New);
        var mara = page.QuerySelectorAll(".host-row").Single(row => row.TextContent.Contains("Mara Lindner", StringComparison.Ordinal));
        // first, so that tests can name her row
        while (page.QuerySelector(".host-row") is { } first && !first.TextContent.Contains("Mara Lindner", StringComparison.Ordinal))
            page = await ArrangeAsync(page, $"host-up:{page.QuerySelectorAll(".host-row").ToList().FindIndex(row => row.TextContent.Contains("Mara Lindner", StringComparison.Ordinal))}", []);
        Assert.NotNull(mara);
        ((IHtmlInputElement)page.QuerySelector("[name='Input.Hosts[0].Takes'][type=checkbox]")!).IsChecked = true;
        return page;
    }

    private async Task<IHtmlDocument> EditFormAsync(string slug) => await emil.GetDocumentAsync($"/admin/meeting-types/{(await FindAsync(slug)).Id}");

    private async Task<IHtmlDocument> ArrangeAsync(IHtmlDocument page, string act, Dictionary<string, string> typed)
    {
        var button = (IHtmlButtonElement)Assert.Single(page.QuerySelectorAll($"button[name=act][value='{act}']"));
        var response = await emil.PostFormAsync(button.Form!, typed, button);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await PortalClient.ReadAsync(response);
    }

    private static IEnumerable<string> Labels(IHtmlDocument page) =>
        page.QuerySelectorAll(".question input[name$='.Label']").Cast<IHtmlInputElement>().Select(input => input.Value);

    private static string Value(IHtmlDocument page, string name) => ((IHtmlInputElement)page.QuerySelector($"[name='{name}']")!).Value;

    private static string HostName(IHtmlDocument page, int row) => page.QuerySelectorAll(".host-row")[row].QuerySelector("label")!.TextContent.Trim();

    private Task<MeetingType> FindAsync(string slug) => app.RunAsync((PortalDbContext db) => db.MeetingTypes.AsNoTracking()
        .Include(type => type.Hosts).ThenInclude(host => host.Host)
        .Include(type => type.Questions.OrderBy(question => question.Position))
        .SingleAsync(type => type.Organization!.Slug == DemoData.Acme && type.Slug == slug));

    private Task<int> CountAsync() => app.RunAsync((PortalDbContext db) => db.MeetingTypes.CountAsync(type => type.Organization!.Slug == DemoData.Acme));
}
