using System.Net;
using Portal.Tests.Support.Http;
using Portal.Web.Security;

namespace Portal.Tests.Web.Security;

[Trait("Req", "F7")]
public sealed class RateLimitTests
{
    [Fact]
    public async Task A_public_form_sent_too_often_is_answered_429_with_the_time_to_wait()
    {
        await using var app = new PortalApp { Settings = { ["Limits:PublicPostsPerMinute"] = "6" } };
        using var client = app.NewClient();
        HttpResponseMessage? refused = null;
        for (var attempt = 0; attempt < 20 && refused is null; attempt++)
        {
            using var form = new FormUrlEncodedContent([]);
            var response = await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/account/sign-in") { Content = form });
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
                refused = response;
        }

        Assert.NotNull(refused);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account/sign-in")).StatusCode);
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)] // one subscriber's network
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void Addresses_of_one_subscriber_share_one_limit(string one, string other, bool same) =>
        Assert.Equal(same, RateLimits.SourceOf(IPAddress.Parse(one)) == RateLimits.SourceOf(IPAddress.Parse(other)));
}
