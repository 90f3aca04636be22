using System.Diagnostics;
using System.Text;

namespace Portal.Tests.Support;

/// <summary>Debian's Python with the modules of test.sh: another language's eyes on what we write.</summary>
public static class Python
{
    public const string Path = "/usr/bin/python3";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Runs a script to its end.</summary>
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It failed; a missing module is named.</exception>
    public static async Task<string> RunAsync(string script, string input)
    {
        using var process = Start(script, redirectInput: true);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"python3 failed:\n{await errors}");
    }

    public static Process Start(string script, bool redirectInput = false, params IEnumerable<string> arguments)
    {
        if (!File.Exists(Path))
            throw new InvalidOperationException($"{Path} is missing; ./test.sh installs it.");
        var start = new ProcessStartInfo(Path, ["-c", script, .. arguments])
        {
            RedirectStandardInput = redirectInput,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardInputEncoding = redirectInput ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) : null,
            Environment = { ["PYTHONIOENCODING"] = "utf-8" },
        };
        return Process.Start(start)!;
    }
}
