using System.Diagnostics;

namespace Portal.Benchmarks.Pages;

internal static class Commands
{
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It is not installed, or it failed: the message has what it printed.</exception>
    public static async Task<string> RunAsync(string command, IReadOnlyList<string> arguments)
    {
        using var process = Start(command, arguments, redirect: true);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var printed = await output + await error;
        return process.ExitCode == 0 ? printed : throw new InvalidOperationException($"{command} failed:\n{printed}");
    }

    public static Process Start(string command, IEnumerable<string> arguments, bool redirect = false, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = redirect, RedirectStandardError = redirect };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException($"{command} is needed; please install it (Debian: apt-get install {command}).", missing);
        }
    }

    /// <summary>What follows the option's name on the command line.</summary>
    public static string Value(IReadOnlyList<string> options, string name, string otherwise)
    {
        for (var index = 0; index < options.Count - 1; index++)
            if (options[index] == name)
                return options[index + 1];
        return otherwise;
    }
}
