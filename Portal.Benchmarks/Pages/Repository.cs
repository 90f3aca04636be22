namespace Portal.Benchmarks.Pages;

internal static class Repository
{
    /// <summary>From wherever the command was started, the folder of the solution is above the program.</summary>
    public static string PathOf(string project)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Portal.sln")))
                return Path.Combine(folder.FullName, project);
        throw new InvalidOperationException("Portal.sln was not found above the program: run it from the repository.");
    }
}
