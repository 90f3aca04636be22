using System.Text.RegularExpressions;
using Portal.Tests.Support;

namespace Portal.Tests.Architecture;

/// <summary>The repository builds anywhere: it names no place packages come from.</summary>
public sealed partial class PublicRepositoryTests
{
    [Fact]
    public void No_file_names_a_package_registry()
    {
        var files = Repository.Files("", "*");
        Assert.Contains("Portal.Web/package-lock.json", files);
        Product.AssertNone([.. files.Where(file => NamesRegistry(File.ReadAllText(Repository.PathOf(file))))]);
    }

    [Theory]
    [InlineData("\"resolved\": \"https", true)]
    [InlineData("registry=https", true)]
    [InlineData("<add key=\"feed\" value=\"https", true)]
    [InlineData("https://packages", true)]
    [InlineData("https://pkgs", true)]
    [InlineData("https://schemas", false)]
    public void A_file_that_did_would_be_noticed(string beginning, bool noticed) =>
        // put together here, so that this file itself names none
        Assert.Equal(noticed, NamesRegistry(beginning + (beginning.Contains("://", StringComparison.Ordinal) ? "" : "://feed") + ".example.org/v3/index.json"));

    private static bool NamesRegistry(string text) => Registry().IsMatch(text);

    [GeneratedRegex("""(?im)"resolved"\s*:\s*"https?:|^\s*(@[\w-]+:)?registry\s*=|<add\s+key=[^>]*value="https?:|https?://[\w.-]*\b(registry|packages|pkgs|nuget|npmjs|artifactory|nexus)\b[\w-]*\.""")]
    private static partial Regex Registry();
}
