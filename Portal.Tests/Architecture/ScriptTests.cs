using System.Text.RegularExpressions;
using Portal.Tests.Support;

namespace Portal.Tests.Architecture;

/// <summary>One file per behaviour, small enough to read in one go, without what the content security policy forbids.</summary>
public sealed partial class ScriptTests
{
    private const int MostLines = 150;

    private static readonly IReadOnlyList<string> Scripts = Repository.Files("Portal.Web/wwwroot/js", "*.js");

    [Fact]
    public void Every_script_is_short()
    {
        Assert.NotEmpty(Scripts);
        Product.AssertNone([.. Scripts.Where(script => IsLong(File.ReadAllText(Repository.PathOf(script))))]);
    }

    [Theory]
    [InlineData(149, false)]
    [InlineData(150, true)]
    public void A_long_script_would_be_noticed(int lines, bool noticed) =>
        Assert.Equal(noticed, IsLong(string.Concat(Enumerable.Repeat("go();\n", lines))));

    [Fact]
    public void No_script_makes_code_or_styles_out_of_text() =>
        Product.AssertNone([.. Scripts.Where(script => Forbidden().IsMatch(File.ReadAllText(Repository.PathOf(script))))]);

    [Theory]
    [InlineData("eval(text)", true)]
    [InlineData("new Function('go()')", true)]
    [InlineData("element.setAttribute('style', 'color: red')", true)]
    [InlineData("element.classList.add('red'); retrieval(text)", false)]
    public void One_that_did_would_be_noticed(string script, bool noticed) => Assert.Equal(noticed, Forbidden().IsMatch(script));

    private static bool IsLong(string text) => text.TrimEnd('\n').Split('\n').Length >= MostLines;

    [GeneratedRegex("""\beval\(|new Function\(|setAttribute\(\s*['"]style""")]
    private static partial Regex Forbidden();
}
