using System.Text.RegularExpressions;
using Portal.Tests.Support;

namespace Portal.Tests.Architecture;

/// <summary>Pages keep the content security policy: nothing in them is a script or a style.</summary>
public sealed partial class MarkupTests
{
    [Fact]
    public void No_page_holds_a_script_a_style_or_a_handler()
    {
        var pages = Repository.Files("Portal.Web", "*.cshtml");
        Assert.NotEmpty(pages);
        Product.AssertNone([.. pages.SelectMany(page => Inline(File.ReadAllText(Repository.PathOf(page))).Select(found => $"{page}: {found}"))]);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<script type=\"module\">\n  start()\n</script>")]
    [InlineData("<style>p { color: red }</style>")]
    [InlineData("<p style=\"color: red\">")]
    [InlineData("<p class=\"a\"\n   style='color: red'>")]
    [InlineData("<button onclick=\"go()\">")]
    [InlineData("<form onsubmit='return false'>")]
    [InlineData("<div hx-on:click=\"go()\">")]
    [InlineData("<div hx-on::after-request=\"go()\">")]
    [InlineData("<a href=\"javascript:go()\">")]
    public void An_inline_script_style_or_handler_would_be_noticed(string markup) => Assert.NotEmpty(Inline(markup));

    [Theory]
    [InlineData("<script src=\"~/js/poll.js\" type=\"module\"></script>")]
    [InlineData("<link rel=\"stylesheet\" href=\"~/css/site.css\" />")]
    [InlineData("<p class=\"style\" data-once=\"true\">Only on Monday = today</p>")]
    [InlineData("<field asp-for=\"Input.Name\" label=\"Name\" />")]
    public void What_comes_from_files_is_fine(string markup) => Assert.Empty(Inline(markup));

    private static IEnumerable<string> Inline(string markup) => Forbidden().Matches(markup).Select(match => match.Value.Trim());

    [GeneratedRegex("""<script(?![^>]*\ssrc=)[^>]*>|<style\b|<[^>]*\s(style|on[a-z]+|hx-on[^\s=>]*)\s*=|javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();
}
