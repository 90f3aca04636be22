using System.Text.Json;
using Portal.Core.Persistence;

namespace Portal.Tests.Support.Calls;

/// <summary>Somebody who sits at the hub of a call.</summary>
/// <param name="Answer">To their join.</param>
public sealed record PersonAtHub(HubPage Page, JsonElement Answer) : IAsyncDisposable
{
    public JsonElement Room => Answer.GetProperty("room");

    public Guid Id => Room.GetProperty("selfId").GetGuid();

    public ValueTask DisposeAsync() => Page.DisposeAsync();
}

public static class PeopleAtHub
{
    public static async Task<PersonAtHub> JoinAsHostAsync(this CallApp app, CallMeeting meeting)
    {
        using var client = await app.SignInAsync(DemoData.IntroHost);
        return await app.JoinAsync(await client.LaunchAsync(meeting, meeting.Path));
    }

    public static async Task<PersonAtHub> JoinAsVisitorAsync(this CallApp app, CallMeeting meeting)
    {
        using var client = await app.AsVisitorAsync(meeting);
        return await app.JoinAsync(await client.LaunchAsync(meeting, meeting.GuestPath));
    }

    public static async Task<PersonAtHub> JoinAsync(this CallApp app, string ticket)
    {
        var (page, answer) = await HubPage.JoinAsync(app.Address, ticket, Guid.NewGuid().ToString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("refused").ValueKind);
        return new PersonAtHub(page, answer);
    }
}
