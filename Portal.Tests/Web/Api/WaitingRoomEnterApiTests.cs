using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NodaTime;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Calls;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Api;

[Trait("Req", "B2")]
public sealed class WaitingRoomEnterApiTests : IAsyncLifetime
{
    private const string Path = "/api/meetings/waiting-room/enter";

    private readonly VisitorApp app = new();
    private PortalClient client = null!;
    private BookedVisit visit = null!;
    private string token = "";

    public async Task InitializeAsync()
    {
        client = app.NewClient();
        visit = await app.BookAsync(client, "2026-01-06T11:00");
        app.Time.Set(World.At("2026-01-06T10:50"));
        var door = await client.GetDocumentAsync(visit.Page + "/waiting");
        token = door.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await client.PostFormAsync(door, "form[action$='/waiting/enter']");
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_visitor_reads_their_place_since_when_and_how_long_it_may_take()
    {
        app.Time.Advance(Duration.FromMinutes(2));

        var place = await FindAsync();

        Assert.Equal(
            ("waiting", "waiting", 1, "2026-01-06T09:50:00Z", "2026-01-06T10:00:00Z", 8, "not_here", "Mara Lindner"),
            (Text(place, "admission"), Text(place, "booking_status"), place.GetProperty("place").GetInt32(), Text(place, "waiting_since"),
                Text(place, "turn_at"), place.GetProperty("turn_minutes").GetInt32(), Text(place, "host_state"), Text(place, "host_name")));
        Assert.Equal("2026-01-06T09:45:00Z", Text(place, "opens_at"));
    }

    [Fact]
    [Trait("Req", "B10")]
    public async Task A_declined_visitor_reads_why_and_when_and_may_ask_again_from_then_on()
    {
        await app.RunAsync(async (Portal.Core.Persistence.PortalDbContext db) =>
        {
            var visitor = db.Participants.Single(row => row.Id == visit.Holder.ParticipantId);
            visitor.Decline(db.Bookings.Single(row => row.Id == visit.Holder.BookingId).HostId, "Still busy", app.Time.GetCurrentInstant(), Duration.FromMinutes(1), World.At("2026-01-06T11:05"));
            return await db.SaveChangesAsync();
        });

        var declined = await FindAsync();
        Assert.Equal(
            ("declined", "Still busy", "2026-01-06T10:05:00Z", "2026-01-06T10:05:00Z"),
            (Text(declined, "admission"), Text(declined, "rejection_reason"), Text(declined, "come_back_at"), Text(declined, "retry_at")));
        var tooSoon = await EnterAsync(new { booking_id = visit.Holder.BookingId });
        Assert.Equal(HttpStatusCode.Conflict, tooSoon.StatusCode);
        Assert.Equal("2026-01-06T10:05:00Z", Text(await tooSoon.Content.ReadFromJsonAsync<JsonElement>(), "retry_at"));

        app.Time.Set(World.At("2026-01-06T11:05"));
        var again = await EnterAsync(new { booking_id = visit.Holder.BookingId });
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal("waiting", Text(await again.Content.ReadFromJsonAsync<JsonElement>(), "admission"));
    }

    [Fact]
    [Trait("Req", "X7")]
    public async Task Who_enters_is_taken_from_the_cookie_and_a_body_that_names_somebody_else_is_refused()
    {
        using var nobody = app.NewClient();
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.PostJsonAsync(Path, new { booking_id = visit.Holder.BookingId }, token)).StatusCode);
        using var staff = await app.SignInAsync("mara@acme.test");
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync($"{Path}?booking_id={visit.Holder.BookingId}")).StatusCode);

        Assert.Equal(HttpStatusCode.Forbidden, (await EnterAsync(new { booking_id = visit.Holder.BookingId, participant_id = Guid.NewGuid() })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await EnterAsync(new { booking_id = visit.Holder.BookingId, user_id = Guid.NewGuid() })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await EnterAsync(new { booking_id = visit.Holder.BookingId, participant_id = visit.Holder.ParticipantId })).StatusCode);
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task Other_meetings_and_none_at_all_are_told_apart_and_neither_is_opened()
    {
        var others = await app.ReadAsync(db => Task.FromResult(db.Bookings.First(row => row.Id != visit.Holder.BookingId).Id));

        Assert.Equal(HttpStatusCode.Forbidden, (await EnterAsync(new { booking_id = others })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await EnterAsync(new { booking_id = Guid.NewGuid() })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await EnterAsync(new { })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync(Path)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostJsonAsync(Path, new { booking_id = visit.Holder.BookingId }, null)).StatusCode);
    }

    [Fact]
    public async Task Too_early_and_too_late_are_said_as_the_call_says_them()
    {
        await app.RunAsync((LeaveWaitingRoom leave) => leave.RunAsync(visit.Holder.ParticipantId, default));
        app.Time.Set(World.At("2026-01-06T10:44"));
        Assert.Equal("Meeting can only be joined 15 minutes before start time", await ErrorAsync(HttpStatusCode.Forbidden));
        app.Time.Set(World.At("2026-01-06T11:30"));
        Assert.Equal("Meeting is over", await ErrorAsync(HttpStatusCode.Forbidden));
    }

    private async Task<string> ErrorAsync(HttpStatusCode expected)
    {
        var response = await EnterAsync(new { booking_id = visit.Holder.BookingId });
        Assert.Equal(expected, response.StatusCode);
        return Text(await response.Content.ReadFromJsonAsync<JsonElement>(), "error")!;
    }

    private Task<HttpResponseMessage> EnterAsync(object body) => client.PostJsonAsync(Path, body, token);

    private async Task<JsonElement> FindAsync()
    {
        var response = await client.GetAsync($"{Path}?booking_id={visit.Holder.BookingId}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
