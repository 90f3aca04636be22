using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Tests.Support;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Admin;

/// <summary>What admins and hosts do to a booking on its page.</summary>
public sealed class BookingControlsTests : IAsyncLifetime
{
    private readonly StaffApp app = new();
    private PortalClient emil = null!;
    private PortalClient mara = null!;

    public async Task InitializeAsync()
    {
        emil = await app.SignInAsync(StaffApp.Admin);
        mara = await app.SignInAsync(StaffApp.Mara);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact, Trait("Req", "B13")]
    public async Task Who_is_in_a_running_meeting_is_shown_with_role_and_time_and_refreshed()
    {
        var running = await RunningAsync();

        var page = await emil.GetDocumentAsync($"/admin/bookings/{running.Id}");

        var people = page.QuerySelector("#people")!;
        Assert.Contains("In the call now", people.TextContent, StringComparison.Ordinal);
        Assert.Contains("Joined the call at", people.TextContent, StringComparison.Ordinal);
        Assert.Contains("host", people.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/admin/bookings/{running.Id}?handler=People", people.GetAttribute("hx-get"));
        var fragment = await emil.GetAsync(people.GetAttribute("hx-get")!);
        Assert.Equal(HttpStatusCode.OK, fragment.StatusCode);
        var again = new HttpRequestMessage(HttpMethod.Get, people.GetAttribute("hx-get")!) { Headers = { { "HX-PTag", fragment.Headers.GetValues("HX-PTag").Single() } } };
        Assert.Equal(HttpStatusCode.NotModified, (await emil.SendAsync(again)).StatusCode);
    }

    [Fact, Trait("Req", "B14")]
    public async Task A_running_meeting_is_ended_for_everybody_after_one_question()
    {
        var running = await RunningAsync();
        var question = await emil.GetDocumentAsync($"/admin/bookings/{running.Id}/end");
        Assert.Contains("in the call", question.Body!.TextContent, StringComparison.Ordinal);

        var response = await emil.PostFormAsync(question, "main form[method=post]");

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var ended = await app.FindBookingAsync(running.Id);
        Assert.Equal(BookingStatus.Completed, ended.Status);
        Assert.DoesNotContain(ended.Participants, person => person.IsInCall);
        Assert.Equal(HttpStatusCode.Conflict, (await emil.GetAsync($"/admin/bookings/{running.Id}/end")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await mara.GetAsync($"/admin/bookings/{running.Id}/end")).StatusCode);
    }

    [Fact, Trait("Req", "B12")]
    public async Task The_list_is_filtered_by_host_type_and_days()
    {
        var jonas = await app.RunAsync((PortalDbContext db) => db.Users.Where(user => user.Email == StaffApp.Jonas).Select(user => user.Id).SingleAsync());

        var page = await emil.GetDocumentAsync($"/admin/bookings?host={jonas}&from=2026-01-05&to=2026-01-05");

        var rows = page.QuerySelectorAll("#bookings tbody tr");
        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            Assert.Contains("with Jonas Weber", row.TextContent, StringComparison.Ordinal);
            Assert.Contains("5 January", row.TextContent, StringComparison.Ordinal);
        });
        Assert.NotNull(page.QuerySelector("details.more-filters[open]"));
        Assert.Equal(jonas.ToString(), page.QuerySelector("select[name=host] option[selected]")!.GetAttribute("value"));
    }

    [Fact, Trait("Req", "B15")]
    public async Task An_admin_moves_any_booking()
    {
        var meeting = await app.BookAsync("2026-01-06T12:00");
        var page = await emil.GetDocumentAsync($"/admin/bookings/{meeting.Id}");
        var form = await emil.GetDocumentAsync(page.QuerySelectorAll("a").First(link => link.TextContent.Trim() == "Move").GetAttribute("href")!);

        var response = await emil.PostFormAsync(form, "#move-form", new Dictionary<string, string> { ["Input.Date"] = "2026-01-06", ["Input.Time"] = "15:00" });

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal((World.At("2026-01-06T15:00"), 1), ((await app.FindBookingAsync(meeting.Id)).StartsAt, (await app.FindBookingAsync(meeting.Id)).Sequence));
    }

    [Fact]
    public async Task A_host_notes_what_came_of_it_and_who_was_missing()
    {
        var meeting = await app.BookAsync("2026-01-05T08:15");
        Assert.Null((await mara.GetDocumentAsync($"/dashboard/bookings/{meeting.Id}")).QuerySelector("#afterwards-title"));
        app.Time.Set(World.At("2026-01-05T08:30"));

        var page = await mara.GetDocumentAsync($"/dashboard/bookings/{meeting.Id}");
        await mara.PostFormAsync(page, "form[action*='handler=Result']", new Dictionary<string, string> { ["result"] = "FollowUp", ["note"] = "Send the manual" });
        await mara.PostFormAsync(page, "form[action*='handler=NoShow']");

        var booking = await app.FindBookingAsync(meeting.Id);
        Assert.Equal((BookingStatus.NoShow, MissingSide.Visitor, "Send the manual"), (booking.Status, booking.MissedBy!.Value, booking.ResultNote));
        var shown = await mara.GetDocumentAsync($"/dashboard/bookings/{meeting.Id}");
        Assert.Contains("did not come", shown.QuerySelector("[aria-labelledby=afterwards-title]")!.TextContent, StringComparison.Ordinal);
        await mara.PostFormAsync(shown, "form[action*='handler=TakeBack']");
        Assert.Equal(BookingStatus.Confirmed, (await app.FindBookingAsync(meeting.Id)).Status);
        Assert.Contains("noted what came of it", (await emil.GetDocumentAsync($"/admin/bookings/{meeting.Id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact, Trait("Req", "C8"), Trait("Promise", "R12")]
    public async Task Another_organisations_booking_does_not_exist_and_a_colleagues_is_not_ones_own()
    {
        var foreign = await app.FindOthersBookingAsync();
        var jonas = await app.RunAsync((PortalDbContext db) => db.Bookings
            .Where(row => row.Host!.Email == StaffApp.Jonas && row.Status == BookingStatus.Confirmed).Select(row => row.Id).FirstAsync());

        foreach (var path in new[] { "/admin/bookings/{0}", "/admin/bookings/{0}/end", "/admin/bookings/{0}?handler=People", "/dashboard/bookings/{0}", "/dashboard/bookings/{0}/reassign" })
        {
            var url = path.Replace("{0}", foreign.Id.ToString(), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await emil.GetAsync(url)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await mara.GetAsync($"/dashboard/bookings/{jonas}/reassign")).StatusCode);
    }

    /// <summary>The call Jonas is in.</summary>
    private Task<Booking> RunningAsync() => app.RunAsync((PortalDbContext db) => db.Bookings.AsNoTracking()
        .SingleAsync(row => row.Organization!.Slug == DemoData.Acme && row.Status == BookingStatus.InProgress));
}
