using Portal.Core.Bookings;
using Portal.Web.TagHelpers;

namespace Portal.Tests.Web.TagHelpers;

public class MessageTagHelperTests : TagHelperTests
{
    [Theory]
    [Trait("Req", "A9")]
    [InlineData("pending", "Pending"), InlineData("confirmed", "Confirmed"), InlineData("waiting", "Waiting")]
    [InlineData("in_progress", "In progress"), InlineData("InProgress", "In progress"), InlineData("completed", "Completed")]
    [InlineData("cancelled", "Cancelled"), InlineData("rejected", "Rejected"), InlineData("no_show", "No-show"), InlineData("expired", "Expired")]
    public async Task A_status_is_an_icon_and_a_word(string status, string word)
    {
        var badge = await WriteAsync(new StatusBadgeTagHelper { Status = status }, "status-badge");

        Assert.Equal(word, badge.TextContent);
        Assert.Equal("true", badge.QuerySelector("svg")!.GetAttribute("aria-hidden"));
    }

    [Fact]
    [Trait("Promise", "P8")]
    public async Task An_icon_is_drawn_into_the_page()
    {
        var icon = (await WriteAsync(new IconTagHelper { Name = "check", Class = "large" }, "icon")).QuerySelector("svg")!;

        Assert.Equal(["icon", "large"], icon.ClassList);
        Assert.Equal("path", Assert.Single(icon.Children).LocalName);
    }

    [Fact]
    public async Task An_icon_that_nobody_drew_is_told_while_the_page_is_written()
    {
        var missing = await Assert.ThrowsAsync<InvalidOperationException>(() => WriteAsync(new IconTagHelper { Name = "no-such-drawing" }, "icon"));

        Assert.Contains("no-such-drawing", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_status_of_a_booking_has_a_badge()
    {
        foreach (var status in Enum.GetNames<BookingStatus>())
            Assert.NotEmpty((await WriteAsync(new StatusBadgeTagHelper { Status = status }, "status-badge")).TextContent);
    }

    [Theory]
    [InlineData("info", null), InlineData("success", "status"), InlineData("warning", null), InlineData("error", "alert")]
    public async Task A_notice_interrupts_only_for_an_error(string kind, string? role)
    {
        var notice = (await WriteAsync(new NoticeTagHelper { Kind = kind, Title = "Title" }, "notice", "<em>words</em>")).FirstElementChild!;

        Assert.Equal(role, notice.GetAttribute("role"));
        Assert.Equal("Title", notice.QuerySelector(".notice-title")!.TextContent);
        Assert.Equal("words", notice.QuerySelector("em")!.TextContent);
        Assert.NotNull(notice.QuerySelector("svg"));
    }

    [Fact]
    public async Task An_empty_place_offers_the_next_step()
    {
        var empty = await WriteAsync(new EmptyStateTagHelper { Icon = "calendar", Title = "No meetings yet" }, "empty-state", "<a href='/book'>Book</a>");

        Assert.Equal("No meetings yet", empty.QuerySelector(".empty-state-title")!.TextContent);
        Assert.NotNull(empty.QuerySelector(".empty-state > a"));
    }

    [Fact]
    [Trait("Req", "B4")]
    public async Task A_polled_element_carries_what_htmx_and_the_poller_need()
    {
        var polled = await WriteAsync(new PollTagHelper { PollUrl = "/queue", PollSeconds = 5, PollVersion = "7" }, "section", "", ("id", "queue"));

        Assert.Equal(
            ["data-poll=5", "hx-get=/queue", "hx-ptag=7", "hx-swap=outerMorph", "hx-trigger=portal:poll", "id=queue"],
            polled.FirstElementChild!.Attributes.Select(a => $"{a.Name}={a.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_polled_element_without_an_id_is_refused_and_one_without_an_address_is_left_alone()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => WriteAsync(new PollTagHelper { PollUrl = "/queue" }, "section"));
        Assert.Empty((await WriteAsync(new PollTagHelper(), "section")).FirstElementChild!.Attributes);
        // as a page that writes a null there hands it over
        Assert.Empty((await WriteAsync(new PollTagHelper { PollUrl = "" }, "section")).FirstElementChild!.Attributes);
    }
}
