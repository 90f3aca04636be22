using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Portal.Web.Htmx;

namespace Portal.Tests.Web.Htmx;

public class HtmxResponseHeadersTests
{
    private readonly HttpResponse response = new DefaultHttpContext().Response;

    private string Trigger => response.Headers["HX-Trigger"].ToString();

    [Fact]
    public void Each_instruction_is_one_header()
    {
        response.Htmx(h => h.PushUrl("/a").ReplaceUrl("/b").Redirect("/c").Refresh().Retarget("#d").Reswap("outerMorph"));

        Assert.Equal(
            ["HX-Push-Url: /a", "HX-Redirect: /c", "HX-Refresh: true", "HX-Replace-Url: /b", "HX-Reswap: outerMorph", "HX-Retarget: #d"],
            response.Headers.Select(h => $"{h.Key}: {h.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_single_event_without_detail_is_its_bare_name()
    {
        response.Htmx(h => h.WithTrigger("booked"));

        Assert.Equal("booked", Trigger);
    }

    [Fact]
    public void Events_are_gathered_whether_or_not_they_carry_detail()
    {
        response.Htmx(h => h.WithTrigger("booked"));
        response.Htmx(h => h.WithTrigger("queue:changed", new { WaitingCount = 2 }).WithTrigger("closed"));

        using var events = JsonDocument.Parse(Trigger);
        Assert.Equal(["booked", "queue:changed", "closed"], events.RootElement.EnumerateObject().Select(e => e.Name));
        Assert.Equal(2, events.RootElement.GetProperty("queue:changed").GetProperty("waitingCount").GetInt32());
    }

    [Fact]
    public void A_toast_in_any_language_stays_an_ascii_header()
    {
        response.Htmx(h => h.WithToast("Jürgen wurde eingelassen – 14:00", "info"));

        Assert.All(Trigger, c => Assert.InRange(c, ' ', '~'));
        using var events = JsonDocument.Parse(Trigger);
        var toast = events.RootElement.GetProperty("portal:toast");
        Assert.Equal("Jürgen wurde eingelassen – 14:00", toast.GetProperty("text").GetString());
        Assert.Equal("info", toast.GetProperty("kind").GetString());
    }
}
