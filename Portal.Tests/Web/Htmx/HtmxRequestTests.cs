using Microsoft.AspNetCore.Http;
using Portal.Web.Htmx;

namespace Portal.Tests.Web.Htmx;

public class HtmxRequestTests
{
    private readonly HttpRequest request = new DefaultHttpContext().Request;

    [Fact]
    public void A_visit_is_not_an_htmx_request() => Assert.False(request.IsHtmx());

    [Fact]
    public void A_request_that_says_so_is_one()
    {
        request.Headers["HX-Request"] = "true";

        Assert.True(request.IsHtmx());
    }

    [Fact]
    public void A_restored_history_entry_wants_the_whole_page()
    {
        request.Headers["HX-Request"] = "true";
        request.Headers["HX-History-Restore-Request"] = "true";

        Assert.False(request.IsHtmx());
    }
}
