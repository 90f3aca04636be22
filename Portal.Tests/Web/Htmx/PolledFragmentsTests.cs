using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Portal.Web.Htmx;

namespace Portal.Tests.Web.Htmx;

[Trait("Req", "B4")]
public class PolledFragmentsTests
{
    private sealed class QueuePage : PageModel;

    private readonly QueuePage page;

    public PolledFragmentsTests()
    {
        var metadata = new EmptyModelMetadataProvider();
        page = new QueuePage
        {
            PageContext = new PageContext
            {
                HttpContext = new DefaultHttpContext(),
                ViewData = new ViewDataDictionary<QueuePage>(metadata, new ModelStateDictionary()),
            },
            MetadataProvider = metadata,
        };
    }

    [Fact]
    public void The_first_poll_gets_the_fragment_and_its_version()
    {
        var result = Assert.IsType<PartialViewResult>(page.FragmentOrNotModified("_Queue", "model", "7"));

        Assert.Equal("_Queue", result.ViewName);
        Assert.Equal("model", result.Model);
        Assert.Equal("7", page.Response.Headers["HX-PTag"]);
        Assert.Equal("no-store", page.Response.Headers.CacheControl);
    }

    [Fact]
    public async Task A_poll_that_shows_this_version_gets_304_and_nothing_is_loaded()
    {
        page.Request.Headers["HX-PTag"] = "7";

        var result = await page.FragmentOrNotModifiedAsync<string>("_Queue", () => throw new InvalidOperationException("loaded"), "7");

        Assert.Equal(304, Assert.IsType<StatusCodeResult>(result).StatusCode);
        Assert.Equal("7", page.Response.Headers["HX-PTag"]);
    }

    [Fact]
    public async Task A_poll_that_shows_an_older_version_gets_the_new_one()
    {
        page.Request.Headers["HX-PTag"] = "6";

        var result = await page.FragmentOrNotModifiedAsync("_Queue", () => Task.FromResult("loaded"), "7");

        Assert.Equal("loaded", Assert.IsType<PartialViewResult>(result).Model);
    }
}
