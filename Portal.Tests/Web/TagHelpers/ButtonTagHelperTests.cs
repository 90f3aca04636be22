using Portal.Web.TagHelpers;

namespace Portal.Tests.Web.TagHelpers;

public class ButtonTagHelperTests : TagHelperTests
{
    [Fact]
    public async Task A_submit_button_is_primary_and_knows_its_words_for_while_it_works()
    {
        var body = await WriteAsync(new ButtonTagHelper { Busy = "Booking…" }, "submit-button", "Book Tue 14:00");

        var button = body.QuerySelector("button")!;
        Assert.Equal("submit", button.GetAttribute("type"));
        Assert.True(button.ClassList.Contains("btn-primary"));
        Assert.Equal("Booking…", button.GetAttribute("data-busy-label"));
        Assert.Equal("Book Tue 14:00", button.TextContent);
    }

    [Fact]
    public async Task A_button_does_not_submit_unless_it_says_so()
    {
        Assert.Equal("button", (await WriteAsync(Button("quiet"), "button", "Not now")).QuerySelector("button")!.GetAttribute("type"));
        Assert.Equal("submit", (await WriteAsync(Button("quiet"), "button", "Sign out", ("type", "submit"))).QuerySelector("button")!.GetAttribute("type"));
    }

    [Fact]
    public async Task A_link_may_look_like_a_button_and_keeps_its_own_classes()
    {
        var link = (await WriteAsync(Button("secondary"), "a", "Move", ("href", "/move"), ("class", "mine"))).QuerySelector("a")!;

        Assert.Equal("btn mine", link.ClassName);
        Assert.False(link.HasAttribute("type"));
    }

    [Fact]
    public async Task An_unknown_kind_is_refused_by_name()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => WriteAsync(Button("loud"), "button"));

        Assert.Contains("loud", refused.Message, StringComparison.Ordinal);
    }

    private static ButtonTagHelper Button(string kind) => new() { Kind = kind };
}
