using System.Net;
using NodaTime;
using Portal.Core.Persistence;
using Portal.Tests.Support.Calls;
using Portal.Tests.Support.Providers;

namespace Portal.Tests.Web.Live;

/// <summary>A call that went directly because its provider failed: the host reads it where the call is.</summary>
[Trait("Req", "A15")]
public sealed class FallbackNoticeTests(ProviderCalls calls) : IClassFixture<ProviderCalls>
{
    private const string Notice = "[data-instead-notice]";

    [Fact]
    public async Task A_host_is_told_in_the_call_that_another_provider_should_have_carried_it()
    {
        var meeting = await StartAsync(Enumerable.Repeat(Trouble.Breaks, 3));
        using var host = await calls.App.SignInAsync(DemoData.IntroHost);
        using var visitor = await calls.App.AsVisitorAsync(meeting);

        var page = await host.GetDocumentAsync(meeting.Path);

        Assert.Equal("direct", page.QuerySelector("[data-call]")!.GetAttribute("data-provider"));
        Assert.Contains("LiveKit could not carry this call. It goes directly from browser to browser instead", page.QuerySelector(Notice)!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"{Notice} [data-instead-close]"));
        Assert.Null((await visitor.GetDocumentAsync(meeting.GuestPath)).QuerySelector(Notice));
    }

    [Fact]
    public async Task A_call_where_it_should_be_says_nothing()
    {
        var meeting = await StartAsync([]);
        using var host = await calls.App.SignInAsync(DemoData.IntroHost);

        var page = await host.GetDocumentAsync(meeting.Path);

        Assert.Equal("livekit", page.QuerySelector("[data-call]")!.GetAttribute("data-provider"));
        Assert.Null(page.QuerySelector(Notice));
    }

    private async Task<CallMeeting> StartAsync(IEnumerable<Trouble> troubles)
    {
        await calls.ChooseAsync("livekit");
        var meeting = await calls.App.AddMeetingAsync(Duration.Zero);
        using var host = await calls.App.SignInAsync(DemoData.IntroHost);
        var token = await host.FindRequestTokenAsync(meeting.Path);
        calls.LiveKit.Expect(troubles);
        var launched = await host.PostJsonAsync("/api/meetings/launch-video", new { booking_id = meeting.Id }, token);
        Assert.Equal(HttpStatusCode.OK, launched.StatusCode);
        return meeting;
    }
}
