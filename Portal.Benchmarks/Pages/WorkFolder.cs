namespace Portal.Benchmarks.Pages;

/// <summary>Everything a run leaves behind, removed with it.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("portal-bench-");

    public string Combine(string name) => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);
}
