using System.Net;
using Microsoft.Extensions.Options;
using Portal.Core.Outgoing;

namespace Portal.Tests.Core.Outgoing;

/// <summary>However an address is written, and whatever its name says: nothing inside hears of it.</summary>
[Trait("Promise", "R18")]
public sealed class OutgoingGuardTests : IAsyncLifetime
{
    // allowed where a test says so; a real one outside would be none of the tests' business
    private static readonly IPAddress Good = IPAddress.Parse("127.0.0.2");

    private readonly Canary canary = new(IPAddress.Loopback);
    private readonly Canary canaryV6 = new(IPAddress.IPv6Loopback);
    private readonly List<string> asked = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await canary.DisposeAsync();
        await canaryV6.DisposeAsync();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1")]
    [InlineData("127.0.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("0177.0.0.1")]
    [InlineData("017700000001")]
    [InlineData("0")]
    [InlineData("0.0.0.0")]
    [InlineData("[::]")]
    [InlineData("[::1]")]
    [InlineData("[0:0:0:0:0:0:0:1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:7f00:1]")]
    [InlineData("[::127.0.0.1]")]
    [InlineData("[64:ff9b::127.0.0.1]")]
    [InlineData("[2002:7f00:1::]")]
    [InlineData("[fe80::1%25lo]")]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("localhost.")]
    [InlineData("user:secret@localhost")]
    [InlineData("１２７.０.０.１")]
    [InlineData("①②⑦.⓪.⓪.①")]
    public async Task No_way_of_writing_the_inside_reaches_it(string host)
    {
        using var http = Client(Dns.GetHostAddressesAsync);

        foreach (var port in new[] { canary.Port, canaryV6.Port })
            if (Uri.TryCreate($"http://{host}:{port}/", UriKind.Absolute, out var address))
                await Assert.ThrowsAnyAsync<HttpRequestException>(() => http.GetAsync(address));

        Assert.Equal((0, 0), (canary.Heard, canaryV6.Heard));
    }

    [Fact]
    public async Task A_name_that_leads_inside_is_refused_by_its_name()
    {
        using var http = Client(_ => [IPAddress.Loopback, IPAddress.Parse("10.0.0.1")]);

        var failed = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync($"http://evil.test:{canary.Port}/"));

        Assert.Contains("evil.test is inside of the portal's own network", Assert.IsType<InternalAddressException>(failed.InnerException).Message, StringComparison.Ordinal);
        Assert.Equal(0, canary.Heard);
    }

    [Fact]
    public async Task A_name_that_says_something_else_a_moment_later_is_asked_once()
    {
        await using var good = new Canary(Good, canary.Port);
        using var http = Client(_ => [asked.Count == 1 ? Good : IPAddress.Loopback], Good.ToString());

        await http.GetAsync($"http://rebinds.test:{canary.Port}/");

        Assert.Equal((1, 1, 0), (asked.Count, good.Heard, canary.Heard));
    }

    [Fact]
    public async Task Of_several_addresses_only_those_that_may_be_are_tried()
    {
        await using var good = new Canary(Good, canary.Port);
        using var http = Client(_ => [IPAddress.Loopback, Good], Good.ToString());

        await http.GetAsync($"http://both.test:{canary.Port}/");

        Assert.Equal((1, 0), (good.Heard, canary.Heard));
    }

    [Fact]
    public async Task A_redirect_is_an_answer_and_is_not_followed()
    {
        await using var redirecting = new Canary(
            IPAddress.Loopback, answer: $"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:{canary.Port}/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var http = Client(_ => [IPAddress.Loopback], "127.0.0.1");

        Assert.Equal(HttpStatusCode.Found, (await http.GetAsync($"http://redirects.test:{redirecting.Port}/")).StatusCode);

        Assert.Equal((1, 0), (redirecting.Heard, canary.Heard));
    }

    [Theory]
    [InlineData("livekit.lan")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.0/8")]
    public async Task What_the_operator_allows_is_called(string allowed)
    {
        using var http = Client(_ => [IPAddress.Loopback], allowed);

        Assert.Equal(HttpStatusCode.NoContent, (await http.GetAsync($"http://livekit.lan:{canary.Port}/")).StatusCode);

        Assert.Equal(1, canary.Heard);
    }

    [Fact]
    public async Task What_is_allowed_is_that_and_no_more()
    {
        using var http = Client(_ => [IPAddress.Loopback], "livekit.lan", "10.0.0.0/8");

        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync($"http://other.lan:{canary.Port}/"));

        Assert.Equal(0, canary.Heard);
    }

    private HttpClient Client(Func<string, IPAddress[]> resolve, params string[] allowed) => Client(
        (host, _) =>
        {
            asked.Add(host);
            return Task.FromResult(resolve(host));
        },
        allowed);

    private static HttpClient Client(Func<string, CancellationToken, Task<IPAddress[]>> resolve, params string[] allowed)
    {
        var options = new OutgoingOptions();
        foreach (var entry in allowed)
            options.AllowedInternal.Add(entry);
        return new HttpClient(new OutgoingGuard(Options.Create(options)) { Resolve = resolve }.CreateHandler());
    }
}
