using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Chat;
using Portal.Core.Persistence;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Meetings;

/// <summary>What a poll costs, and that it notices everything.</summary>
[Trait("Req", "B4")]
[Trait("Promise", "P3")]
public sealed class WaitingPollTests : IAsyncLifetime
{
    private readonly VisitorApp app = new();
    private PortalClient client = null!;
    private BookedVisit visit = null!;
    private IHtmlDocument page = null!;

    public async Task InitializeAsync()
    {
        client = app.NewClient();
        visit = await app.BookAsync(client, "2026-01-06T11:00");
        app.Time.Set(World.At("2026-01-06T10:50"));
        await client.PostFormAsync(await client.GetDocumentAsync(visit.Page + "/waiting"), "form[action$='/waiting/enter']");
        page = await client.GetDocumentAsync(visit.Page + "/waiting");
        // the first poll makes the link known
        Assert.Equal(HttpStatusCode.NotModified, (await PollAsync()).StatusCode);
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task An_unchanged_poll_asks_the_database_nothing()
    {
        for (var polls = 0; polls < 3; polls++)
        {
            app.Time.Advance(Duration.FromSeconds(3));
            var response = await PollAsync();
            Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
            Assert.Empty(app.QueriesOf(response));
        }
    }

    [Fact]
    [Trait("Req", "B9")]
    public async Task It_is_a_sign_of_life_all_the_same()
    {
        app.Time.Advance(Duration.FromSeconds(9));
        await PollAsync();

        Assert.Equal(1, await app.RunAsync((KeepSignsOfLife keep) => keep.RunAsync(default)));

        Assert.Equal(app.Time.GetCurrentInstant(), (await app.FindBookingAsync(visit)).Participants.Single(row => row.Id == visit.Holder.ParticipantId).LastSeenAt);
    }

    [Fact]
    public async Task Every_change_of_what_is_shown_is_noticed_by_the_next_poll()
    {
        await ChangedByAsync("Two minutes, please.", visitor => visitor.Tell("Two minutes, please.", app.Time.GetCurrentInstant()));
        await app.RunAsync((SayAtTheDoor say) => say.RunAsync(
            new SayAtTheDoorRequest(visit.Holder.OrganizationId, visit.Holder.ParticipantId, "From the host", Actor.Staff(Guid.NewGuid(), "Mara")), default));
        Assert.Contains("From the host", await ChangedAsync(), StringComparison.Ordinal);
        await ChangedByAsync("Not today.", visitor => visitor.Decline(Guid.NewGuid(), "Not today.", app.Time.GetCurrentInstant(), Participant.RetryAfter, null));
    }

    [Fact]
    public async Task What_another_node_changed_is_noticed_when_the_door_is_read_anyway()
    {
        await using var elsewhere = app.Services.CreateAsyncScope();
        // no bell rings for a statement past the use cases, as none rings here for another node that died at that moment
        await elsewhere.ServiceProvider.GetRequiredService<PortalDbContext>().Participants.Where(row => row.Id == visit.Holder.ParticipantId)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.HostMessage, "From elsewhere").SetProperty(one => one.HostMessageAt, app.Time.GetCurrentInstant()));
        Assert.Equal(HttpStatusCode.NotModified, (await PollAsync()).StatusCode);

        app.Time.Advance(Doors.Oldest);
        for (var looks = 0; (await PollAsync()).StatusCode == HttpStatusCode.NotModified; looks++)
        {
            Assert.True(looks < 100, "The door is not read again.");
            await Task.Delay(20);
        }

        Assert.Contains("From elsewhere", await ChangedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_is_read_once_however_many_ask_for_it()
    {
        await ChangeAsync(visitor => visitor.Tell("News", app.Time.GetCurrentInstant()));

        var responses = await Simultaneously.RunAsync(20, () => PollAsync());

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.Equal(1, responses.Count(response => app.QueriesOf(response).Any(query => query.Contains("VisitorBrowsers", StringComparison.Ordinal))));
    }

    private async Task ChangedByAsync(string shown, Action<Participant> change)
    {
        await ChangeAsync(change);
        Assert.Contains(shown, await ChangedAsync(), StringComparison.Ordinal);
    }

    private Task<int> ChangeAsync(Action<Participant> change) => app.RunAsync(async (PortalDbContext db) =>
    {
        change(await db.Participants.SingleAsync(row => row.Id == visit.Holder.ParticipantId));
        return await db.SaveChangesAsync();
    });

    private async Task<string> ChangedAsync()
    {
        var response = await PollAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        page = await PortalClient.ReadAsync(response);
        return page.QuerySelector("#door")!.TextContent;
    }

    private Task<HttpResponseMessage> PollAsync()
    {
        var door = page.QuerySelector("#door")!;
        var request = new HttpRequestMessage(HttpMethod.Get, door.GetAttribute("hx-get"));
        request.Headers.Add("HX-Request", "true");
        request.Headers.Add("HX-PTag", door.GetAttribute("hx-ptag"));
        return client.SendAsync(request);
    }
}
