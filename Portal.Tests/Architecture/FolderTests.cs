using Portal.Tests.Support;

namespace Portal.Tests.Architecture;

/// <summary>Every capability opens with a few lines that say what it is.</summary>
public sealed class FolderTests
{
    private const int MostLines = 8;

    [Fact]
    public void Every_folder_of_Core_opens_with_a_short_readme()
    {
        var folders = Repository.Files("Portal.Core", "*.cs").Select(file => file.Split('/')).Where(parts => parts.Length > 2).Select(parts => parts[1]).Distinct().ToList();
        Assert.NotEmpty(folders);
        Product.AssertNone([.. folders.Select(folder => Fault(folder, Readme(folder))).OfType<string>()]);
    }

    [Fact]
    public void A_missing_an_empty_and_a_long_readme_would_be_noticed()
    {
        Assert.NotNull(Fault("Bookings", null));
        Assert.NotNull(Fault("Bookings", " \n"));
        Assert.NotNull(Fault("Bookings", string.Concat(Enumerable.Repeat("line\n", MostLines + 1))));
        Assert.Null(Fault("Bookings", "# Bookings\nWhat is booked.\n"));
    }

    private static string? Readme(string folder)
    {
        var path = Repository.PathOf("Portal.Core", folder, "README.md");
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    private static string? Fault(string folder, string? readme) => readme switch
    {
        null => $"Portal.Core/{folder} has no README.md",
        _ when string.IsNullOrWhiteSpace(readme) => $"Portal.Core/{folder}/README.md is empty",
        _ when readme.TrimEnd('\n').Split('\n').Length > MostLines => $"Portal.Core/{folder}/README.md has more than {MostLines} lines",
        _ => null,
    };
}
