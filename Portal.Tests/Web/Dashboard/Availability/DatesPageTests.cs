using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Dashboard.Availability;

[Trait("Req", "C1")]
public sealed class DatesPageTests : IAsyncLifetime
{
    private const string Url = "/dashboard/availability/dates";
    private const string Tuesday = $"{Url}?date=2026-01-06";
    private const string DateForm = "#date form";
    private const string OffForm = "form[action*='handler=Off']";

    private readonly StaffApp app = new();
    private PortalClient mara = null!;

    [Fact]
    public async Task A_date_is_chosen_in_the_month_gets_other_hours_is_closed_and_goes_back_to_the_usual_ones()
    {
        var month = await mara.GetDocumentAsync(Url);
        var day = month.QuerySelectorAll("a.cal-day").Single(link => link.TextContent == "6");
        Assert.Equal("Tue 6 January: 09:00–17:00", day.GetAttribute("aria-label"));

        var page = await mara.GetDocumentAsync(day.GetAttribute("href")!);
        await SavedAsync(await mara.PostFormAsync(page, DateForm, Hours("12:00", "18:00", note: "Late start")), "Tue 6 January is saved.");
        page = await mara.GetDocumentAsync(Tuesday);
        Assert.Equal("Tue 6 January: 12:00–18:00 · Late start", page.QuerySelector("a.cal-selected")!.GetAttribute("aria-label"));

        await SavedAsync(await mara.PostFormAsync(page, DateForm, new Dictionary<string, string> { ["Input.IsClosed"] = "true" }), "One meeting is booked there and stays");
        page = await mara.GetDocumentAsync(Tuesday);
        Assert.Equal("Tue 6 January: Closed · Late start", page.QuerySelector("a.cal-selected")!.GetAttribute("aria-label"));

        var usual = (IHtmlElement)page.QuerySelector("button[formaction*='Usual']")!;
        await SavedAsync(await mara.PostFormAsync((IHtmlFormElement)page.QuerySelector(DateForm)!, button: usual), "has its usual hours again");
        Assert.Equal(0, await app.RunAsync((PortalDbContext db) => db.DateOverrides.CountAsync()));
    }

    [Fact]
    public async Task Hours_of_a_date_are_checked_like_those_of_the_week()
    {
        var page = await mara.GetDocumentAsync(Tuesday);

        var response = await mara.PostFormAsync(page, DateForm, Hours("18:00", "12:00", note: "Late start"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        page = await PortalClient.ReadAsync(response);
        Assert.StartsWith("Tue 6 January 18:00–12:00 ends before it begins.", page.QuerySelector(".notice-error a")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Late start", page.QuerySelector("[name='Input.Note']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Of_two_who_change_a_date_at_once_the_second_is_told_and_keeps_what_they_typed()
    {
        var (first, second) = (await mara.GetDocumentAsync(Tuesday), await mara.GetDocumentAsync(Tuesday));
        await mara.PostFormAsync(first, DateForm, Hours("12:00", "18:00"));

        var response = await mara.PostFormAsync(second, DateForm, Hours("10:00", "11:00"));

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var page = await PortalClient.ReadAsync(response);
        Assert.Contains("It is now: 12:00–18:00", page.QuerySelector(".notice-warning")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("10:00", page.QuerySelector("[name='Input.Ranges[0].From']")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.SeeOther, (await mara.PostFormAsync(page, DateForm)).StatusCode);
        Assert.Equal("10:00-11:00", DayExceptions.ToText((await app.RunAsync((PortalDbContext db) => db.DateOverrides.SingleAsync())).Hours));
    }

    [Fact]
    public async Task Days_off_are_added_listed_and_removed()
    {
        await SavedAsync(await mara.PostFormAsync(await mara.GetDocumentAsync(Url), OffForm, Off("2026-01-12", "2026-01-16", "Skiing")), "No meetings 12–16 Jan 2026.");
        var page = await mara.GetDocumentAsync(Url);
        Assert.Equal("Wed 14 January: Day off · Skiing", page.QuerySelectorAll("a.cal-day").Single(link => link.TextContent == "14").GetAttribute("aria-label"));

        await SavedAsync(await mara.PostFormAsync(page, ".entries form"), "The days off are removed.");
        Assert.Equal(0, await app.RunAsync((PortalDbContext db) => db.TimesOff.CountAsync()));
    }

    [Theory]
    [InlineData("2026-01-16", "2026-01-12", "The last day is before the first.")]
    [InlineData("2026-01-16", "", "Choose the last day; for a single day it is the same.")]
    [InlineData("2025-12-01", "2025-12-02", "These days are past.")]
    [InlineData("2026-01-16", "2028-01-12", "That is more than a year.")]
    public async Task Days_off_that_make_no_sense_are_refused_beside_the_field(string first, string last, string message)
    {
        var response = await mara.PostFormAsync(await mara.GetDocumentAsync(Url), OffForm, Off(first, last, "Skiing"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await PortalClient.ReadAsync(response);
        Assert.StartsWith(message, page.QuerySelector("#Off_LastDay-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((first, "Skiing"), (page.QuerySelector("#Off_FirstDay")!.GetAttribute("value"), page.QuerySelector("#Off_Note")!.GetAttribute("value")));
    }

    public async Task InitializeAsync()
    {
        await app.StartAsync();
        mara = await app.SignInAsync(StaffApp.Mara);
    }

    public async Task DisposeAsync()
    {
        mara.Dispose();
        await app.DisposeAsync();
    }

    private async Task SavedAsync(HttpResponseMessage response, string words)
    {
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var page = await mara.GetDocumentAsync(response.Headers.Location!.OriginalString);
        Assert.Contains(words, page.QuerySelector(".page-notice")!.TextContent, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Hours(string from, string to, string note = "") => new()
    {
        ["Input.IsClosed"] = "false",
        ["Input.Ranges[0].From"] = from,
        ["Input.Ranges[0].To"] = to,
        ["Input.Note"] = note,
    };

    private static Dictionary<string, string> Off(string first, string last, string note) => new()
    {
        ["Off.FirstDay"] = first,
        ["Off.LastDay"] = last,
        ["Off.Note"] = note,
    };
}
