using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Api;

[Trait("Req", "C3")]
public sealed class BookingsApiTests : IAsyncLifetime
{
    private const string Path = "/api/meetings/bookings";

    private readonly StaffApp app = new();
    private ApiCaller emil = null!;
    private ApiCaller mara = null!;

    public async Task InitializeAsync()
    {
        emil = await ApiCaller.SignInAsync(app, StaffApp.Admin);
        mara = await ApiCaller.SignInAsync(app, StaffApp.Mara);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_booking_is_made_read_listed_changed_and_cancelled()
    {
        var created = await emil.SendAsync(HttpMethod.Post, Path, NewBooking("2026-01-06T11:00:00Z"));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var booked = await ApiCaller.ReadAsync(created);
        Assert.Equal($"{Path}/{booked["id"]}", created.Headers.Location!.OriginalString);
        Assert.StartsWith("http://localhost/meetings/", (string?)booked["manage_link"], StringComparison.Ordinal);

        var read = await emil.ReadAsync($"{Path}/{booked["id"]}");
        Assert.Equal(
            ("confirmed", "2026-01-06T11:00:00Z", 30, "Walter Beck", "walter@visitor.test", 0),
            ((string?)read["status"], (string?)read["start_time"], (int)read["duration_minutes"]!, (string?)read["name"], (string?)read["email"], (int)read["sequence"]!));
        Assert.Equal((string?)booked["id"], (string?)(await emil.ReadAsync($"{Path}?text=walter"))["bookings"]![0]!["id"]);

        var changed = await emil.SendAsync(HttpMethod.Put, $"{Path}/{booked["id"]}", new { start_time = "2026-01-06T14:00:00+01:00", reason = "Asked by phone" });
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        var moved = await ApiCaller.ReadAsync(changed);
        Assert.Equal(("2026-01-06T13:00:00Z", 1), ((string?)moved["start_time"], (int)moved["sequence"]!));

        var cancelled = await emil.SendAsync(HttpMethod.Delete, $"{Path}/{booked["id"]}?reason=Ill");
        Assert.Equal(("cancelled", "Ill"), ((string?)(await ApiCaller.ReadAsync(cancelled))["status"], (string?)(await emil.ReadAsync($"{Path}/{booked["id"]}"))["reason"]));
        Assert.Equal(HttpStatusCode.Conflict, (await emil.SendAsync(HttpMethod.Delete, $"{Path}/{booked["id"]}")).StatusCode);
    }

    [Fact, Trait("Promise", "R11")]
    public async Task Sent_twice_with_one_key_it_books_once()
    {
        var key = Guid.NewGuid().ToString();
        var first = await ApiCaller.ReadAsync(await emil.SendAsync(HttpMethod.Post, Path, NewBooking("2026-01-06T11:00:00Z"), key));
        var again = await ApiCaller.ReadAsync(await emil.SendAsync(HttpMethod.Post, Path, NewBooking("2026-01-06T11:00:00Z"), key));

        Assert.Equal((string?)first["id"], (string?)again["id"]);
        var other = await emil.SendAsync(HttpMethod.Post, Path, NewBooking("2026-01-06T12:00:00Z"), key);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
    }

    [Fact, Trait("Req", "F4")]
    public async Task A_taken_time_is_answered_with_the_nearest_open_ones()
    {
        await emil.SendAsync(HttpMethod.Post, Path, NewBooking("2026-01-06T11:00:00Z"));

        var second = await emil.SendAsync(HttpMethod.Post, Path, NewBooking("2026-01-06T11:00:00Z"));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal(3, (await ApiCaller.ReadAsync(second))["alternatives"]!.AsArray().Count);
    }

    [Fact]
    public async Task Every_value_that_cannot_be_taken_is_named()
    {
        var response = await emil.SendAsync(HttpMethod.Post, Path, new { start_time = "tomorrow", email = "nobody", time_zone = "Mars/Olympus" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(
            ["email", "meeting_type", "name", "start_time", "time_zone"],
            (await ApiCaller.ReadAsync(response))["fields"]!.AsObject().Select(field => field.Key).Order());
        Assert.Equal(HttpStatusCode.BadRequest, (await emil.GetAsync($"{Path}?status=lost")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await emil.GetAsync($"{Path}?from=soon")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await emil.GetAsync($"{Path}?host_id=mara")).StatusCode);
    }

    [Theory, Trait("Promise", "R15")]
    [InlineData("9999-12-31T23:00:00Z")]
    [InlineData("9999-12-31T23:59:59-18:00")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("-9998-01-01T00:00:00+18:00")]
    public async Task A_moment_at_the_end_of_time_is_no_time_for_a_meeting(string start)
    {
        var response = await emil.SendAsync(HttpMethod.Post, Path, NewBooking(start));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(["start_time"], (await ApiCaller.ReadAsync(response))["fields"]!.AsObject().Select(field => field.Key));
    }

    [Fact, Trait("Req", "B12")]
    public async Task The_list_is_filtered_and_goes_on_by_key()
    {
        var maraId = await IdOfAsync(StaffApp.Mara);
        var all = await emil.ReadAsync(Path);
        Assert.Equal(ListBookings.PageSize, all["bookings"]!.AsArray().Count);
        var next = await emil.ReadAsync($"{Path}?older={all["older"]}");
        Assert.Empty(Ids(all).Intersect(Ids(next)));
        Assert.Equal(Ids(all), Ids(await emil.ReadAsync($"{Path}?newer={next["newer"]}")));

        var confirmed = await emil.ReadAsync($"{Path}?status=confirmed,waiting&host_id={maraId}&from=2026-01-05&to=2026-01-06");
        Assert.NotEmpty(confirmed["bookings"]!.AsArray());
        Assert.All(confirmed["bookings"]!.AsArray(), row =>
        {
            Assert.Contains((string?)row!["status"], new[] { "confirmed", "waiting" });
            Assert.Contains("Mara Lindner", (string)row["host_name"]!, StringComparison.Ordinal);
            Assert.InRange((string)row["start_time"]!, "2026-01-04T23:00:00Z", "2026-01-06T22:59:59Z");
        });
    }

    [Fact, Trait("Req", "C8")]
    public async Task A_host_sees_and_changes_what_they_hold_and_nothing_else()
    {
        var own = await app.BookAsync("2026-01-06T12:00");
        var others = await app.RunAsync((PortalDbContext db) => db.Bookings
            .Where(row => row.Host!.Email == StaffApp.Jonas && row.Status == BookingStatus.Confirmed).Select(row => row.Id).FirstAsync());

        Assert.Equal(HttpStatusCode.OK, (await mara.GetAsync($"{Path}/{own.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await mara.GetAsync($"{Path}/{others}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await mara.GetAsync($"{Path}?host_id={await IdOfAsync(StaffApp.Jonas)}")).StatusCode);
        Assert.All((await mara.ReadAsync(Path))["bookings"]!.AsArray(), row => Assert.Contains("Mara", (string)row!["host_name"]!, StringComparison.Ordinal));
        foreach (var (method, path, body) in Changes(others))
            Assert.Equal(HttpStatusCode.Forbidden, (await mara.SendAsync(method, path, body)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await mara.SendAsync(HttpMethod.Delete, $"{Path}/{own.Id}")).StatusCode);
    }

    [Fact, Trait("Req", "C8"), Trait("Promise", "R12")]
    public async Task A_booking_of_another_organisation_is_answered_as_one_that_does_not_exist()
    {
        var foreign = await app.FindOthersBookingAsync();

        foreach (var ((method, path, body), (_, none, noBody)) in Changes(foreign.Id).Zip(Changes(Guid.NewGuid())))
        {
            var response = await emil.SendAsync(method, path, body);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Equal(await (await emil.SendAsync(method, none, noBody)).Content.ReadAsStringAsync(), await response.Content.ReadAsStringAsync());
        }

        Assert.Equal(foreign.Version, (await app.FindBookingAsync(foreign.Id)).Version);
    }

    [Fact, Trait("Req", "X7")]
    public async Task Whoever_names_somebody_else_or_shows_no_token_changes_nothing()
    {
        var own = await app.BookAsync("2026-01-06T12:00");
        var jonas = await IdOfAsync(StaffApp.Jonas);

        Assert.Equal(HttpStatusCode.Forbidden, (await mara.SendAsync(HttpMethod.Put, $"{Path}/{own.Id}", new { start_time = "2026-01-06T14:00:00Z", user_id = jonas })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await mara.SendAsync(HttpMethod.Post, "/api/meetings/instant-invite", new { email = "vera@visitor.test", user_id = jonas })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await mara.SendAsync(HttpMethod.Put, $"{Path}/{own.Id}", new { start_time = "2026-01-06T14:00:00Z" }, withToken: false)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.NewClient().GetAsync(Path)).StatusCode);
        Assert.Equal(0, (await app.FindBookingAsync(own.Id)).Sequence);
    }

    [Fact, Trait("Req", "B15")]
    public async Task Reschedule_moves_it_tells_everybody_and_a_taken_time_is_a_conflict()
    {
        var meeting = await app.BookAsync("2026-01-06T12:00");
        await app.BookAsync("2026-01-06T14:00");

        var taken = await mara.SendAsync(HttpMethod.Put, "/api/meetings/reschedule", new { booking_id = meeting.Id, new_scheduled_at = "2026-01-06T13:00:00Z" });
        Assert.Equal(HttpStatusCode.Conflict, taken.StatusCode);
        Assert.Equal(3, (await ApiCaller.ReadAsync(taken))["alternatives"]!.AsArray().Count);
        var outside = await mara.SendAsync(HttpMethod.Put, "/api/meetings/reschedule", new { booking_id = meeting.Id, start_time = "2026-01-06T19:00:00Z" });
        Assert.NotEmpty((await ApiCaller.ReadAsync(outside))["reasons"]!.AsArray());

        var moved = await ApiCaller.ReadAsync(await mara.SendAsync(
            HttpMethod.Put, "/api/meetings/reschedule", new { booking_id = meeting.Id, new_scheduled_at = "2026-01-06T14:00:00Z", new_duration_minutes = 45 }));

        Assert.Equal(("2026-01-06T14:00:00Z", 45, 1), ((string?)moved["start_time"], (int)moved["duration_minutes"]!, (int)moved["sequence"]!));
        Assert.Equal(2, await app.RunAsync((PortalDbContext db) => db.Outbox.CountAsync(row => row.BookingId == meeting.Id && row.Kind == "meeting_moved")));
        Assert.Equal(HttpStatusCode.BadRequest, (await mara.SendAsync(HttpMethod.Put, "/api/meetings/reschedule", new { new_scheduled_at = "2026-01-06T14:00:00Z" })).StatusCode);
    }

    [Fact, Trait("Req", "B18")]
    public async Task An_instant_invitation_begins_a_meeting_and_says_who_is_free_instead()
    {
        var response = await mara.SendAsync(HttpMethod.Post, "/api/meetings/instant-invite", new { email = "vera@visitor.test", message = "Now?" });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var invited = await ApiCaller.ReadAsync(response);
        Assert.Equal($"http://localhost/meetings/{invited["booking_id"]}/call", (string?)invited["call_link"]);
        Assert.Equal(HttpStatusCode.OK, (await app.NewClient().GetAsync(new Uri((string)invited["join_link"]!).PathAndQuery)).StatusCode);

        var busy = await mara.SendAsync(HttpMethod.Post, "/api/meetings/instant-invite", new { email = "walter@visitor.test" });
        Assert.Equal(HttpStatusCode.Conflict, busy.StatusCode);
        Assert.Equal("Mara Lindner is busy", (string?)(await ApiCaller.ReadAsync(busy))["error"]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mara.SendAsync(HttpMethod.Post, "/api/meetings/instant-invite", new { email = "walter" })).StatusCode);
    }

    [Fact]
    public async Task What_came_of_a_meeting_and_who_was_missing_are_noted_and_taken_back()
    {
        var meeting = await app.BookAsync("2026-01-05T08:15");
        Assert.Equal(HttpStatusCode.Conflict, (await mara.SendAsync(HttpMethod.Post, $"{Path}/{meeting.Id}/no-show")).StatusCode);
        app.Time.Set(World.At("2026-01-05T08:20"));

        var missed = await ApiCaller.ReadAsync(await mara.SendAsync(HttpMethod.Post, $"{Path}/{meeting.Id}/no-show"));
        Assert.Equal(("no_show", "visitor"), ((string?)missed["status"], (string?)missed["missed_by"]));
        var back = await ApiCaller.ReadAsync(await mara.SendAsync(HttpMethod.Delete, $"{Path}/{meeting.Id}/no-show"));
        Assert.Equal("confirmed", (string?)back["status"]);
        var noted = await ApiCaller.ReadAsync(await mara.SendAsync(HttpMethod.Put, $"{Path}/{meeting.Id}/result", new { result = "follow_up", note = "Call again" }));
        Assert.Equal(("follow_up", "Call again"), ((string?)noted["result"], (string?)noted["result_note"]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mara.SendAsync(HttpMethod.Put, $"{Path}/{meeting.Id}/result", new { note = "?" })).StatusCode);
    }

    private static IEnumerable<(HttpMethod Method, string Path, object? Body)> Changes(Guid id) =>
    [
        (HttpMethod.Get, $"{Path}/{id}", null),
        (HttpMethod.Post, $"{Path}/{id}/reassign", new { }),
        (HttpMethod.Put, $"{Path}/{id}", new { start_time = "2026-01-08T14:00:00Z" }),
        (HttpMethod.Put, "/api/meetings/reschedule", new { booking_id = id, new_scheduled_at = "2026-01-08T14:00:00Z" }),
        (HttpMethod.Delete, $"{Path}/{id}", null),
        (HttpMethod.Post, $"{Path}/{id}/no-show", null),
        (HttpMethod.Delete, $"{Path}/{id}/no-show", null),
        (HttpMethod.Put, $"{Path}/{id}/result", new { result = "solved" }),
    ];

    private static object NewBooking(string start) => new
    {
        meeting_type = "intro-call",
        start_time = start,
        name = "Walter Beck",
        email = "walter@visitor.test",
        time_zone = "Europe/Berlin",
    };

    private static List<string?> Ids(System.Text.Json.Nodes.JsonObject page) => [.. page["bookings"]!.AsArray().Select(row => (string?)row!["id"])];

    private Task<Guid> IdOfAsync(string email) => app.RunAsync((PortalDbContext db) => db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync());
}
