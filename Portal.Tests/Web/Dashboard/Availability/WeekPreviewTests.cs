using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Dashboard.Availability;

/// <summary>What the next two weeks offer by the hours in the form, and why a time in them is missing.</summary>
[Trait("Req", "C1")]
public sealed class WeekPreviewTests : IAsyncLifetime
{
    private const string Url = "/dashboard/availability";
    private const string Form = "#week-form";

    private readonly StaffApp app = new();

    [Theory]
    [InlineData("Input.HolidayRegion", "DE-BY")]
    [InlineData("Input.MostPerDay", "1")]
    [InlineData("Input.MostPerWeek", "1")]
    [InlineData("Input.Zone", "Lisbon")]
    [InlineData("Input.Days[1].Ranges[0].From", "11:00")]
    public async Task The_preview_shows_what_saving_the_form_would_do(string field, string value)
    {
        using var mara = await app.SignInAsync(StaffApp.Mara);
        var page = await mara.GetDocumentAsync(Url);
        var before = PreviewOf(page);

        var previewed = await PreviewAsync(mara, page, field, value);

        Assert.Contains("with what you have not saved yet", previewed.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(before, PreviewOf(previewed));
        await mara.PostFormAsync(page, Form, new Dictionary<string, string> { [field] = value });
        Assert.Equal(PreviewOf(await mara.GetDocumentAsync(Url)), PreviewOf(previewed));
    }

    [Fact]
    public async Task The_preview_is_of_the_type_that_is_chosen()
    {
        using var mara = await app.SignInAsync(StaffApp.Mara);
        var page = await mara.GetDocumentAsync(Url);
        var other = page.QuerySelectorAll<IHtmlOptionElement>("#preview-type option").First(option => !option.IsSelected).Value;

        var chosen = await mara.GetDocumentAsync($"{Url}?type={other}");
        var drafted = await PreviewAsync(mara, chosen, "Input.Days[1].Ranges[0].From", "11:00", other);

        Assert.All([chosen, drafted], shown => Assert.Equal(other, ((IHtmlSelectElement)shown.QuerySelector("#preview-type")!).Value));
        Assert.NotEqual(PreviewOf(page), PreviewOf(chosen));
        Assert.NotEqual(PreviewOf(chosen), PreviewOf(drafted));
    }

    [Theory]
    [InlineData("Input.MostPerDay", "0")]
    [InlineData("Input.MostPerWeek", "many")]
    [InlineData("Input.Zone", "Nowhere")]
    [InlineData("Input.Days[1].Ranges[0].From", "noon")]
    public async Task What_cannot_be_read_is_previewed_as_it_is_saved(string field, string value)
    {
        using var mara = await app.SignInAsync(StaffApp.Mara);
        var page = await mara.GetDocumentAsync(Url);
        await mara.PostFormAsync(page, Form, new Dictionary<string, string> { ["Input.MostPerDay"] = "1", ["Input.MostPerWeek"] = "3" });
        page = await mara.GetDocumentAsync(Url);

        Assert.Equal(PreviewOf(page), PreviewOf(await PreviewAsync(mara, page, field, value)));
    }

    [Fact]
    [Trait("Req", "N3")]
    public async Task An_hour_of_the_preview_leads_to_the_reasons_why_a_time_in_it_is_missing()
    {
        using var mara = await app.SignInAsync(StaffApp.Mara);
        var page = await mara.GetDocumentAsync(Url);
        var cell = page.QuerySelectorAll(".preview-week a").Single(link => link.GetAttribute("aria-label")!.StartsWith("Tue 6 January, 10:00: 2 times", StringComparison.Ordinal));

        var answer = (await mara.GetDocumentAsync(cell.GetAttribute("href")!)).QuerySelector(".why-answer")!;

        Assert.Contains("Tue 6 Jan, 10:00 is not offered", answer.TextContent, StringComparison.Ordinal);
        Assert.Matches("Intro call with .+, Tue 6 January, 10:00–10:30, is in the way", answer.TextContent);
        Assert.Contains("“This time is taken.”", answer.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "N3")]
    public async Task What_is_not_saved_yet_is_asked_about_as_it_is_previewed_and_the_answer_says_so()
    {
        using var mara = await app.SignInAsync(StaffApp.Mara);
        var page = await mara.GetDocumentAsync(Url);
        // without scripts the link leads to the answer for what is saved
        var link = page.QuerySelectorAll(".preview-week a").First(link => link.GetAttribute("aria-label")!.StartsWith("Tue 6 January, 17:00", StringComparison.Ordinal));
        Assert.Contains("With the hours as they are saved", AnswerOf(await mara.GetDocumentAsync(link.GetAttribute("href")!)), StringComparison.Ordinal);

        var form = (IHtmlFormElement)page.QuerySelector(Form)!;
        form.Action = link.GetAttribute("hx-post")!;
        var unchanged = await PortalClient.ReadAsync(await mara.PostFormAsync(form));
        var changed = await PortalClient.ReadAsync(await mara.PostFormAsync(form, new Dictionary<string, string> { ["Input.Days[1].Ranges[0].To"] = "20:00" }));

        Assert.Contains("With the hours as they are saved", AnswerOf(unchanged), StringComparison.Ordinal);
        Assert.Contains("Tue 6 Jan, 17:00 is not offered", AnswerOf(unchanged), StringComparison.Ordinal);
        Assert.Contains("With what you have not saved yet", AnswerOf(changed), StringComparison.Ordinal);
        Assert.Contains("This time is offered.", AnswerOf(changed), StringComparison.Ordinal);

        static string AnswerOf(IHtmlDocument page) => page.QuerySelector(".why-answer")!.TextContent;
    }

    [Fact]
    [Trait("Req", "N3")]
    public async Task A_time_that_is_offered_says_so_and_one_that_is_none_is_asked_for_again()
    {
        using var mara = await app.SignInAsync(StaffApp.Mara);

        var offered = await mara.GetDocumentAsync($"{Url}/why?date=2026-01-06&time=11:00");
        Assert.Contains("This time is offered.", offered.QuerySelector(".notice-success")!.TextContent, StringComparison.Ordinal);
        var nonsense = await mara.GetDocumentAsync($"{Url}/why?date=soon&time=11:00", HttpStatusCode.UnprocessableEntity);
        Assert.Equal("soon", nonsense.QuerySelector("[name=date]")!.GetAttribute("value"));
        await mara.GetDocumentAsync($"{Url}/why?type={Guid.NewGuid()}&date=2026-01-06&time=11:00", HttpStatusCode.NotFound);
    }

    public Task InitializeAsync() => app.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    /// <param name="type">As the chosen one is sent along; the first for null.</param>
    private static async Task<IHtmlDocument> PreviewAsync(PortalClient client, IHtmlDocument page, string field, string value, string? type = null)
    {
        var form = (IHtmlFormElement)page.QuerySelector(Form)!;
        var action = form.Action;
        form.Action = page.QuerySelector("#preview")!.GetAttribute("hx-post")! + (type is null ? "" : $"&type={type}");
        var previewed = await PortalClient.ReadAsync(await client.PostFormAsync(form, new Dictionary<string, string> { [field] = value }));
        form.Action = action;
        return previewed;
    }

    private static IEnumerable<string> PreviewOf(IHtmlDocument page) =>
        page.QuerySelectorAll(".preview-week td [aria-label]").Select(cell => cell.GetAttribute("aria-label")!);
}
