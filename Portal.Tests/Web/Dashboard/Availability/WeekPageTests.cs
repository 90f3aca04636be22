using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Dashboard.Availability;

/// <summary>As a browser without JavaScript uses it.</summary>
[Trait("Req", "C1")]
public sealed class WeekPageTests : IAsyncLifetime
{
    private const string Url = "/dashboard/availability";
    private const string Form = "#week-form";

    private readonly StaffApp app = new();
    private PortalClient jonas = null!;

    [Fact]
    public async Task Ranges_are_added_changed_copied_removed_and_saved_with_submit_buttons_only()
    {
        var page = await jonas.GetDocumentAsync(Url);
        page = await PressAsync(page, "add:0");
        page = await PressAsync(page, "copy:0", Times((0, 0, "09:00", "12:00"), (0, 1, "13:00", "15:30")), copyTo: ["1", "5"]);
        page = await PressAsync(page, "remove:4:0");
        Assert.Equal(WeeklyHours.BusinessHours.ToText(), await HoursAsync());

        var response = await jonas.PostFormAsync(page, Form);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(
            "1 09:00-12:00;1 13:00-15:30;2 09:00-12:00;2 13:00-15:30;3 09:00-17:00;4 09:00-17:00;6 09:00-12:00;6 13:00-15:30", await HoursAsync());
    }

    [Theory]
    [InlineData("09:00", "12:00", "11:00", "15:00", "Monday: 09:00–12:00 and 11:00–15:00 overlap.")]
    [InlineData("09:00", "12:00", "15:00", "13:00", "Monday 15:00–13:00 ends before it begins.")]
    [InlineData("09:00", "12:00", "late", "15:00", "Monday: “late” is not a time.")]
    [InlineData("09:00", "12:00", "13:00", "", "Monday: a range has no end.")]
    public async Task What_is_wrong_is_named_by_day_and_range_and_everything_typed_is_kept(string from, string to, string from2, string to2, string message)
    {
        var page = await PressAsync(await jonas.GetDocumentAsync(Url), "add:0");

        var response = await jonas.PostFormAsync(page, Form, Times((0, 0, from, to), (0, 1, from2, to2)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        page = await PortalClient.ReadAsync(response);
        var problem = page.QuerySelector(".notice-error a")!;
        Assert.StartsWith(message, problem.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"[id='{problem.GetAttribute("href")![1..]}'][aria-invalid=true]"));
        Assert.Equal([from, to, from2, to2], page.QuerySelectorAll("[name^='Input.Days[0].Ranges']").Select(field => field.GetAttribute("value") ?? ""));
        Assert.Equal(WeeklyHours.BusinessHours.ToText(), await HoursAsync());
    }

    [Fact]
    public async Task Whoever_saves_after_somebody_else_is_told_loses_nothing_and_may_replace_it()
    {
        using var emil = await app.SignInAsync(StaffApp.Admin);
        var mine = await jonas.GetDocumentAsync(Url);
        var theirs = await emil.GetDocumentAsync($"{Url}?host={await IdAsync(StaffApp.Jonas)}");
        Assert.Equal(HttpStatusCode.SeeOther, (await emil.PostFormAsync(theirs, Form, Times((0, 0, "10:00", "11:00")))).StatusCode);

        var response = await jonas.PostFormAsync(mine, Form, Times((0, 0, "07:00", "08:00")));

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var page = await PortalClient.ReadAsync(response);
        Assert.Contains("Monday 10:00–11:00", page.QuerySelector(".notice-warning")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("07:00", page.QuerySelector("[name='Input.Days[0].Ranges[0].From']")!.GetAttribute("value"));
        Assert.StartsWith("1 10:00-11:00", await HoursAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await jonas.PostFormAsync(page, Form)).StatusCode);
        Assert.StartsWith("1 07:00-08:00", await HoursAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Lisbon", "Europe/Lisbon")]
    [InlineData("asia/tokyo", "Asia/Tokyo")]
    [InlineData("Nowhere", null)]
    public async Task A_zone_is_found_by_the_name_of_its_city_too(string typed, string? zone)
    {
        var response = await jonas.PostFormAsync(await jonas.GetDocumentAsync(Url), Form, new Dictionary<string, string> { ["Input.Zone"] = typed });

        Assert.Equal(zone is null ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(zone ?? "Europe/Berlin", await app.RunAsync((PortalDbContext db) => db.HostSchedules
            .Where(row => db.Users.Any(user => user.Id == row.HostId && user.Email == StaffApp.Jonas)).Select(row => row.Zone.Id).SingleAsync()));
    }

    [Fact]
    public async Task A_region_s_public_holidays_become_days_off_and_are_named_in_the_month()
    {
        var page = await jonas.GetDocumentAsync(Url);
        Assert.Equal(HttpStatusCode.SeeOther, (await jonas.PostFormAsync(page, Form, new Dictionary<string, string> { ["Input.HolidayRegion"] = "DE-BY" })).StatusCode);

        var month = await jonas.GetDocumentAsync($"{Url}/dates");
        Assert.StartsWith("Tue 6 January: Holiday · ", month.QuerySelectorAll("a.cal-day").Single(link => link.TextContent == "6").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal("DE-BY", (await jonas.GetDocumentAsync(Url)).QuerySelector<IHtmlSelectElement>("#Input_HolidayRegion")!.Value);
    }

    [Fact]
    public async Task A_region_that_does_not_exist_is_refused()
    {
        var page = await jonas.GetDocumentAsync(Url);
        var option = page.QuerySelector("#Input_HolidayRegion option[value='DE-BY']")!;
        option.SetAttribute("value", "XX");

        var response = await jonas.PostFormAsync(page, Form, new Dictionary<string, string> { ["Input.HolidayRegion"] = "XX" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    [Fact]
    public async Task Hours_past_midnight_are_shown_as_two_and_saved_as_they_are_shown()
    {
        await app.RunAsync(async (PortalDbContext db) =>
        {
            var id = await IdAsync(StaffApp.Jonas);
            (await db.HostSchedules.SingleAsync(row => row.HostId == id)).Hours = WeeklyHours.Parse("7 22:00-02:00");
            return await db.SaveChangesAsync();
        });

        await jonas.PostFormAsync(await jonas.GetDocumentAsync(Url), Form);

        Assert.Equal("1 00:00-02:00;7 22:00-00:00", await HoursAsync());
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task Only_an_admin_opens_a_colleagues_hours_and_nobody_those_of_another_organisation()
    {
        var mara = await IdAsync(StaffApp.Mara);
        using var emil = await app.SignInAsync(StaffApp.Admin);
        using var henry = await app.SignInAsync(StaffApp.OtherAdmin);

        Assert.Equal("Availability of Mara Lindner", (await emil.GetDocumentAsync($"{Url}?host={mara}")).QuerySelector("h1")!.TextContent);
        foreach (var page in new[] { Url, $"{Url}/dates", $"{Url}/why" })
        {
            await jonas.GetDocumentAsync($"{page}?host={mara}", HttpStatusCode.Forbidden);
            await henry.GetDocumentAsync($"{page}?host={mara}", HttpStatusCode.NotFound);
            await emil.GetDocumentAsync($"{page}?host=nobody", HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task An_agent_without_hours_is_offered_to_take_meetings()
    {
        using var tilda = await app.SignInAsync(StaffApp.Agent);
        var page = await tilda.GetDocumentAsync(Url);
        Assert.Null(page.QuerySelector(Form));
        var dates = await tilda.GetAsync($"{Url}/dates");
        Assert.Equal((HttpStatusCode.SeeOther, Url), (dates.StatusCode, dates.Headers.Location!.ToString()));

        var response = await tilda.PostFormAsync(page, "form[action*='Start']");

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("09:00", (await tilda.GetDocumentAsync(Url)).QuerySelector("[name='Input.Days[0].Ranges[0].From']")!.GetAttribute("value"));
    }

    public async Task InitializeAsync()
    {
        await app.StartAsync();
        jonas = await app.SignInAsync(StaffApp.Jonas);
    }

    public async Task DisposeAsync()
    {
        jonas.Dispose();
        await app.DisposeAsync();
    }

    private async Task<IHtmlDocument> PressAsync(IHtmlDocument page, string act, Dictionary<string, string>? values = null, string[]? copyTo = null)
    {
        foreach (var box in page.QuerySelectorAll<IHtmlInputElement>("[name='Input.Days[0].CopyTo']"))
            box.IsChecked = copyTo?.Contains(box.Value) ?? false;
        var button = page.QuerySelector<IHtmlElement>($"button[value='{act}']")!;
        var response = await jonas.PostFormAsync((IHtmlFormElement)page.QuerySelector(Form)!, values, button);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await PortalClient.ReadAsync(response);
    }

    private static Dictionary<string, string> Times(params (int Day, int Range, string From, string To)[] ranges) => ranges
        .SelectMany(range => new[] { ("From", range.From), ("To", range.To) }
            .Select(part => (Name: $"Input.Days[{range.Day}].Ranges[{range.Range}].{part.Item1}", Value: part.Item2)))
        .ToDictionary(field => field.Name, field => field.Value);

    private Task<Guid> IdAsync(string email) => app.RunAsync((PortalDbContext db) => db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync());

    private async Task<string> HoursAsync()
    {
        var id = await IdAsync(StaffApp.Jonas);
        return (await app.RunAsync((PortalDbContext db) => db.HostSchedules.AsNoTracking().SingleAsync(row => row.HostId == id))).Hours.ToText();
    }
}
