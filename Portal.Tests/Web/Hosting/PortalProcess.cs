using System.Diagnostics;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Hosting;

/// <summary>The portal as an operator starts it: a process of its own.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private readonly TemporaryFolder? own;
    private readonly Process process;

    private PortalProcess(string environment, TemporaryFolder? shared, IEnumerable<string> arguments)
    {
        var folder = shared ?? (own = new TemporaryFolder());
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        string[] all = [typeof(Program).Assembly.Location, "--Portal:DataFolder", folder.Path, "--Mail:Transport", "Pickup", .. arguments];
        foreach (var argument in all)
            start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        process = Process.Start(start)!;
    }

    public static PortalProcess Start(string environment, params string[] arguments) => new(environment, null, arguments);

    /// <param name="folder">Its data folder, which outlives it.</param>
    public static PortalProcess StartIn(TemporaryFolder folder, string environment, params string[] arguments) => new(environment, folder, arguments);

    /// <summary>As an operator, or the system that runs it, asks it to end.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits for it to give up by itself.</summary>
    public async Task<(int ExitCode, string Output, string Error)> EndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Waits for a line on standard output and returns everything up to it.</summary>
    public async Task<string> ReadUntilAsync(string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var read = "";
        while (!read.Contains(text, StringComparison.Ordinal))
            read += (await process.StandardOutput.ReadLineAsync(patience.Token)
                ?? throw new InvalidOperationException($"It ended without saying '{text}': {read}{await process.StandardError.ReadToEndAsync(patience.Token)}")) + "\n";
        return read;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        own?.Dispose();
    }
}
