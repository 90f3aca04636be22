using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Bookings.Afterwards;
using Portal.Core.Persistence;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Meetings;

public sealed class HowWasItTests : IAsyncLifetime
{
    private readonly VisitorApp app = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task After_the_call_a_visitor_says_how_it_was_on_the_page_of_their_meeting()
    {
        using var client = app.NewClient();
        var visit = await app.BookAsync(client, "2026-01-06T11:00");
        await MeetAsync(visit);

        var page = await client.GetDocumentAsync(visit.Page);
        var response = await client.PostFormAsync(page, "form.after-call", new Dictionary<string, string> { ["impression"] = "Good", ["note"] = "Friendly" });

        Assert.Equal((HttpStatusCode.SeeOther, $"{visit.Page}/how-was-it"), (response.StatusCode, response.Headers.Location!.OriginalString));
        var said = await app.ReadAsync(db => db.Participants.SingleAsync(row => row.Id == visit.Holder.ParticipantId));
        Assert.Equal((Impression.Good, "Friendly"), (said.Impression!.Value, said.ImpressionNote));
        Assert.Contains("Thank you", (await client.GetDocumentAsync($"{visit.Page}/how-was-it")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_they_were_in_the_call_nothing_is_asked()
    {
        using var client = app.NewClient();
        var visit = await app.BookAsync(client, "2026-01-06T11:00");

        Assert.Null((await client.GetDocumentAsync(visit.Page)).QuerySelector("form.after-call"));
        Assert.Null((await client.GetDocumentAsync($"{visit.Page}/how-was-it")).QuerySelector("form.after-call"));
    }

    [Fact]
    public async Task A_visitor_whose_host_did_not_come_says_so_and_takes_it_back()
    {
        using var client = app.NewClient();
        var visit = await app.BookAsync(client, "2026-01-06T11:00");
        app.Time.Set(World.At("2026-01-06T11:12"));

        var page = await client.GetDocumentAsync(visit.Page);
        await client.PostFormAsync(page, "form[action$='/how-was-it/absent']");
        var missed = await app.FindBookingAsync(visit);
        Assert.Equal((BookingStatus.NoShow, MissingSide.Host), (missed.Status, missed.MissedBy!.Value));

        await client.PostFormAsync(await client.GetDocumentAsync(visit.Page), "form[action$='/how-was-it/present']");
        Assert.Equal(BookingStatus.Confirmed, (await app.FindBookingAsync(visit)).Status);
    }

    [Fact, Trait("Req", "C8")]
    public async Task A_browser_the_meeting_does_not_know_finds_nothing_by_its_id()
    {
        using var client = app.NewClient();
        var visit = await app.BookAsync(client, "2026-01-06T11:00");
        using var stranger = app.NewClient();

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/meetings/{visit.Holder.BookingId}/how-was-it")).StatusCode);
    }

    private Task<int> MeetAsync(BookedVisit visit) => app.RunAsync(async (PortalDbContext db) =>
    {
        app.Time.Set(World.At("2026-01-06T11:05"));
        var booking = await db.Bookings.Include(row => row.Participants).SingleAsync(row => row.Id == visit.Holder.BookingId);
        booking.Start(app.Time.GetCurrentInstant());
        foreach (var person in booking.Participants)
        {
            person.Join(app.Time.GetCurrentInstant());
            person.Leave(app.Time.GetCurrentInstant());
        }

        booking.Complete(app.Time.GetCurrentInstant());
        return await db.SaveChangesAsync();
    });
}
