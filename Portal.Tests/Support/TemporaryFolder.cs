namespace Portal.Tests.Support;

/// <summary>A folder that is gone, with everything in it, when disposed; disposing twice is fine.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("portal-test-").FullName;

    public string Combine(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        for (var attempt = 1; Directory.Exists(Path); attempt++)
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (IOException) when (attempt < 20)
            {
                // a database that is just being closed writes its last file while the others are removed
                Thread.Sleep(50);
            }
    }
}
