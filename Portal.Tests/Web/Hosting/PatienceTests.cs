using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Hosting;

/// <summary>How long a person waits for a page at most, whatever it waits for.</summary>
[Trait("Promise", "R27")]
public sealed class PatienceTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private BarePages pages = null!;

    public async Task InitializeAsync() => pages = await BarePages.StartAsync(
        "Production", Patience, services => services
            .Configure<MvcOptions>(mvc => mvc.Filters.Add(new Wait()))
            // whoever asks here is not asked who they are
            .Configure<RouteOptions>(routes => routes.SuppressCheckForUnhandledSecurityMetadata = true));

    public async Task DisposeAsync() => await pages.DisposeAsync();

    [Fact]
    public async Task A_page_that_waits_too_long_says_when_to_come_again()
    {
        var response = await pages.Client.GetAsync("/book/acme?waits=60");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Contains("One moment, please", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_given_up_is_kept_and_nothing_is_claimed_of_what_became_of_it()
    {
        using var form = new FormUrlEncodedContent([new("Input.Name", "Vera")]);

        var response = await pages.Client.PostAsync("/book/acme/intro-call?waits=60", form);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        var html = await response.Content.ReadAsStringAsync();
        Assert.Contains("value=\"Vera\"", html, StringComparison.Ordinal);
        Assert.Contains("not certain", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dashboard/profile")]
    [InlineData("/admin/settings/video/twilio")]
    public async Task A_page_that_waits_for_a_photo_or_for_another_system_may_take_longer(string path) =>
        Assert.Equal(HttpStatusCode.OK, (await pages.Client.GetAsync($"{path}?waits=2")).StatusCode);

    /// <summary>As a database would keep the page waiting, for so many seconds.</summary>
    private sealed class Wait : IAsyncAuthorizationFilter, IOrderedFilter
    {
        // before anything a page needs is made
        public int Order => int.MinValue;

        public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
        {
            var request = context.HttpContext.Request;
            // the page that tells of it is asked with the same query
            if (request.Path.StartsWithSegments("/error") || !int.TryParse(request.Query["waits"], CultureInfo.InvariantCulture, out var seconds))
                return;
            await Task.Delay(TimeSpan.FromSeconds(seconds), context.HttpContext.RequestAborted);
            context.Result = new OkResult();
        }
    }
}
