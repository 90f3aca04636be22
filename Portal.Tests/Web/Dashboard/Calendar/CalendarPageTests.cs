using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Availability;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;

namespace Portal.Tests.Web.Dashboard.Calendar;

[Trait("Req", "C1")]
public sealed class CalendarPageTests : IAsyncLifetime
{
    private const string Calendar = "/dashboard/calendar";

    private readonly StaffApp app = new();

    [Fact]
    public async Task A_week_shows_the_hosts_meetings_with_time_visitor_type_and_status_in_words()
    {
        var meeting = await app.BookAsync("2026-01-06T09:00", draft => draft.Name = "Nadia <Rahman>");
        using var mara = await app.SignInAsync(StaffApp.Mara);

        var page = await mara.GetDocumentAsync(Calendar);

        Assert.Equal("5–11 Jan 2026", page.QuerySelector("#period")!.TextContent);
        Assert.Equal(7, page.QuerySelectorAll("[data-column]").Length);
        var column = page.QuerySelector("[data-column='2026-01-06']")!;
        var entry = column.QuerySelector($"#entry-{meeting.Id}")!;
        Assert.Equal("Nadia <Rahman> 09:00–09:30 Intro call", Words(entry));
        Assert.Equal($"/dashboard/bookings/{meeting.Id}", entry.GetAttribute("href"));
        Assert.Contains("Hours 09:00–17:00", Words(column), StringComparison.Ordinal);
        // Thursday's is still to be approved
        Assert.Contains("Pending", Words(page.QuerySelector("[data-column='2026-01-08'] .entry-pending")!), StringComparison.Ordinal);
        Assert.Contains("Now it is 08:00", Words(page.QuerySelector(".day-today")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_is_a_table_of_whole_weeks_and_a_day_is_one_column()
    {
        var meeting = await app.BookAsync("2026-01-06T09:00");
        using var mara = await app.SignInAsync(StaffApp.Mara);

        var month = await mara.GetDocumentAsync($"{Calendar}?view=month&date=2026-01-20");
        var day = await mara.GetDocumentAsync($"{Calendar}?view=day&date=2026-01-06");

        Assert.Equal("January 2026", month.QuerySelector("#period")!.TextContent);
        Assert.Equal(35, month.QuerySelectorAll("td").Length);
        Assert.NotNull(month.QuerySelector($"[data-column='2026-01-06'] #entry-{meeting.Id}"));
        Assert.Equal("Tue 6 January", day.QuerySelector("#period")!.TextContent);
        Assert.NotNull(Assert.Single(day.QuerySelectorAll("[data-column]")).QuerySelector($"#entry-{meeting.Id}"));
    }

    [Theory]
    [InlineData("month", "view=month&date=2025-12-01", "view=month&date=2026-02-01")]
    [InlineData("week", "view=week&date=2025-12-29", "view=week&date=2026-01-12")]
    [InlineData("day", "view=day&date=2026-01-04", "view=day&date=2026-01-06")]
    public async Task Each_view_leads_to_the_one_before_and_after(string view, string before, string after)
    {
        using var mara = await app.SignInAsync(StaffApp.Mara);

        var page = await mara.GetDocumentAsync($"{Calendar}?view={view}");

        Assert.Equal($"{Calendar}?{before}", page.QuerySelector("[data-turn=Previous]")!.GetAttribute("href"));
        Assert.Equal($"{Calendar}?{after}", page.QuerySelector("[data-turn=Next]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("?view=year&date=tomorrow&host=somebody")]
    [InlineData("?date=0001-01-01")]
    [InlineData("?view=7&date=9999-12-31")]
    public async Task An_address_that_makes_no_sense_shows_this_week(string query)
    {
        using var mara = await app.SignInAsync(StaffApp.Mara);

        Assert.Equal("5–11 Jan 2026", (await mara.GetDocumentAsync(Calendar + query)).QuerySelector("#period")!.TextContent);
    }

    [Fact]
    public async Task A_day_off_and_other_hours_are_told()
    {
        await app.RunAsync(async (PortalDbContext db) =>
        {
            var schedule = await db.HostSchedules.FirstAsync(row => db.Users.Any(user => user.Id == row.HostId && user.Email == StaffApp.Mara));
            db.TimesOff.Add(new TimeOff { Id = Guid.NewGuid(), OrganizationId = schedule.OrganizationId, HostId = schedule.HostId, FirstDay = new(2026, 1, 7), LastDay = new(2026, 1, 7), Note = "Skiing" });
            db.DateOverrides.Add(new DateOverride { OrganizationId = schedule.OrganizationId, HostId = schedule.HostId, Date = new(2026, 1, 8), Hours = DayExceptions.Parse("13:00-15:00") });
            return await db.SaveChangesAsync();
        });
        using var mara = await app.SignInAsync(StaffApp.Mara);

        var page = await mara.GetDocumentAsync(Calendar);

        Assert.Contains("No hours Day off: Skiing", Words(page.QuerySelector("[data-column='2026-01-07'] .day-head")!), StringComparison.Ordinal);
        Assert.Contains("Hours 13:00–15:00 Other hours", Words(page.QuerySelector("[data-column='2026-01-08'] .day-head")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_of_everybody_has_a_column_for_each_host()
    {
        using var emil = await app.SignInAsync(StaffApp.Admin);

        var page = await emil.GetDocumentAsync($"{Calendar}?view=day&host=all");

        Assert.Equal(["Jonas Weber", "Mara Lindner"], page.QuerySelectorAll(".day-head h3").Select(Words));
        Assert.Equal(["Everybody", "Jonas Weber", "Mara Lindner"], page.QuerySelectorAll("select[name=host] option").Select(Words));
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task Hosts_see_their_own_calendar_only_and_admins_none_of_another_organisation()
    {
        var theirs = await app.FindOthersBookingAsync();
        var meeting = await app.BookAsync("2026-01-06T09:00");
        var host = (await app.FindBookingAsync(meeting.Id)).HostId;
        using var mara = await app.SignInAsync(StaffApp.Mara);
        using var jonas = await app.SignInAsync(StaffApp.Jonas);
        using var emil = await app.SignInAsync(StaffApp.Admin);

        await mara.GetDocumentAsync($"{Calendar}?host={host}");
        await jonas.GetDocumentAsync($"{Calendar}?host={host}", HttpStatusCode.Forbidden);
        await jonas.GetDocumentAsync($"{Calendar}?host=all", HttpStatusCode.Forbidden);
        await emil.GetDocumentAsync($"{Calendar}?host={host}");
        await emil.GetDocumentAsync($"{Calendar}?host={theirs.HostId}", HttpStatusCode.NotFound);
    }

    [Theory]
    [Trait("Req", "C8")]
    [InlineData("")]
    [InlineData("/move")]
    public async Task A_meeting_is_opened_by_its_hosts_and_admins_and_by_nobody_else(string page)
    {
        var meeting = await app.BookAsync("2026-01-06T09:00");
        var url = $"/dashboard/bookings/{meeting.Id}{page}";
        using var mara = await app.SignInAsync(StaffApp.Mara);
        using var jonas = await app.SignInAsync(StaffApp.Jonas);
        using var emil = await app.SignInAsync(StaffApp.Admin);
        using var henry = await app.SignInAsync(StaffApp.OtherAdmin);

        await mara.GetDocumentAsync(url);
        await emil.GetDocumentAsync(url);
        await jonas.GetDocumentAsync(url, HttpStatusCode.Forbidden);
        await henry.GetDocumentAsync(url, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task However_much_there_is_the_page_asks_the_database_the_same_few_things()
    {
        using var emil = await app.SignInAsync(StaffApp.Admin);
        var url = $"{Calendar}?view=month&host=all";
        var before = app.QueriesOf(await emil.GetAsync(url)).Count;
        for (var hour = 9; hour < 17; hour++)
            await app.BookAsync($"2026-01-14T{hour:00}:00");

        var after = app.QueriesOf(await emil.GetAsync(url)).Count;

        Assert.Equal(before, after);
        // five for the calendar, the rest for who asks
        Assert.InRange(after, 5, 8);
    }

    [Fact]
    public async Task A_poll_of_what_is_shown_already_answers_nothing()
    {
        using var mara = await app.SignInAsync(StaffApp.Mara);
        var first = await mara.GetFragmentAsync(Calendar);
        var version = first.Headers.GetValues("HX-PTag").Single();

        var same = await mara.GetFragmentAsync(Calendar, version);
        await app.BookAsync("2026-01-06T09:00");
        var changed = await mara.GetFragmentAsync(Calendar, version);

        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Null((await Portal.Tests.Support.Http.PortalClient.ReadAsync(changed)).QuerySelector("nav"));
    }

    public Task InitializeAsync() => app.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
