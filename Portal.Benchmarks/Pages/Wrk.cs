using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Benchmarks.Pages;

/// <summary>Loads an address with wrk and reads what the serving processes spent meanwhile.</summary>
internal sealed partial class Wrk(TimeSpan length)
{
    private const int Threads = 2;
    private const int Connections = 32;

    // the runtime compiles what is called often once more, in the background
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    /// <summary>Once unmeasured, to be warm, then once measured.</summary>
    /// <exception cref="InvalidOperationException">Some answers were not 2xx or 3xx: a figure of errors says nothing.</exception>
    public async Task<Measurement> MeasureAsync(Uri url, Process server, string? cookie = null)
    {
        await RunAsync(url, WarmUp, cookie);
        var before = CpuTime.Of(server);
        var report = await RunAsync(url, length, cookie);
        var spent = CpuTime.Of(server) - before;
        if (report.Contains("Non-2xx", StringComparison.Ordinal))
            throw new InvalidOperationException($"{url} answered with errors:\n{report}");
        var requests = long.Parse(Requests().Match(report).Groups[1].Value, CultureInfo.InvariantCulture);
        if (requests == 0)
            throw new InvalidOperationException($"{url} answered nothing in {length.TotalSeconds} s:\n{report}");
        return new Measurement(
            double.Parse(PerSecond().Match(report).Groups[1].Value, CultureInfo.InvariantCulture),
            spent.TotalMicroseconds / requests,
            Milliseconds(report, "50%"),
            Milliseconds(report, "99%"));
    }

    private static Task<string> RunAsync(Uri url, TimeSpan length, string? cookie) => Commands.RunAsync("wrk",
    [
        $"-t{Threads}", $"-c{Connections}", $"-d{(int)length.TotalSeconds}s", "--latency",
        .. cookie is null ? Array.Empty<string>() : ["-H", $"Cookie: {cookie}"],
        url.AbsoluteUri,
    ]);

    private static double Milliseconds(string report, string percentile)
    {
        var found = Regex.Match(report, $@"{percentile}\s+([\d.]+)(us|ms|s)\b");
        var value = double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture);
        return found.Groups[2].Value switch { "us" => value / 1000, "s" => value * 1000, _ => value };
    }

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Requests();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex PerSecond();
}
