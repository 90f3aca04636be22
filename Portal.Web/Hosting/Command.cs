namespace Portal.Web.Hosting;

/// <summary>What the program was started for: to serve, unless the command line names something else.</summary>
internal sealed class Command
{
    private readonly Func<WebApplication, Task<int>> run;

    private Command(string[] settings, Func<WebApplication, Task<int>> run)
    {
        Settings = settings;
        this.run = run;
    }

    /// <summary>What is left of the command line: settings.</summary>
    public string[] Settings { get; }

    /// <exception cref="StartRefusedException">A command lacks its file, or there are two.</exception>
    public static Command Read(string[] arguments)
    {
        var settings = arguments.ToList();
        List<Func<WebApplication, Task<int>>> commands = [];
        if (settings.Remove("--migrate-only"))
            commands.Add(app => app.MigratePortalAsync());
        if (TakeFile(settings, "--backup") is { } backup)
            commands.Add(app => app.BackUpPortalAsync(backup));
        if (TakeFile(settings, "--restore-check") is { } restored)
            commands.Add(app => app.CheckBackupAsync(restored));
        return commands.Count <= 1
            ? new Command([.. settings], commands.SingleOrDefault(ServeAsync))
            : throw new StartRefusedException("--migrate-only, --backup and --restore-check are commands of their own: give one at a time.");
    }

    /// <returns>The exit code.</returns>
    public Task<int> RunAsync(WebApplication app) => run(app);

    private static async Task<int> ServeAsync(WebApplication app)
    {
        await app.StartPortalAsync();
        return 0;
    }

    private static string? TakeFile(List<string> arguments, string command)
    {
        var at = arguments.IndexOf(command);
        if (at < 0)
            return null;
        if (at + 1 >= arguments.Count || arguments[at + 1].StartsWith("--", StringComparison.Ordinal))
            throw new StartRefusedException($"{command} needs the name of a file: {command} backup.db");
        var file = arguments[at + 1];
        arguments.RemoveRange(at, 2);
        return file;
    }
}
