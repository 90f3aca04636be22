using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Benchmarks.Pages;

/// <summary>Loads an address with wrk and reads what the serving processes spent meanwhile.</summary>
internal sealed partial class Wrk(TimeSpan length, WorkFolder folder)
{
    // every request another address, so that nothing kept from before answers it
    private const string EachAnother = """
        local n
        function init() n = tonumber(tostring({}):match("0x(%x+)"), 16) end
        function request() n = n + 1; return wrk.format("GET", wrk.path .. "?article=" .. string.format("%.0f", n)) end
        """;

    private const int Threads = 2;
    private const int Connections = 32;

    // the runtime compiles what is called often once more, in the background
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    public Task WarmUpAsync(LoadedPage page) => RunAsync(page, WarmUp);

    /// <param name="page">With an address that no two requests share, it is rendered for each.</param>
    /// <exception cref="InvalidOperationException">Some answers were not 2xx or 3xx: a figure of errors says nothing.</exception>
    public async Task<Measurement> MeasureAsync(LoadedPage page, Process server)
    {
        var before = CpuTime.Of(server);
        var report = await RunAsync(page, length);
        var spent = CpuTime.Of(server) - before;
        if (report.Contains("Non-2xx", StringComparison.Ordinal))
            throw new InvalidOperationException($"{page.Url} answered with errors:\n{report}");
        var requests = long.Parse(Requests().Match(report).Groups[1].Value, CultureInfo.InvariantCulture);
        if (requests == 0)
            throw new InvalidOperationException($"{page.Url} answered nothing in {length.TotalSeconds} s:\n{report}");
        return new Measurement(
            double.Parse(PerSecond().Match(report).Groups[1].Value, CultureInfo.InvariantCulture),
            spent.TotalMicroseconds / requests,
            Milliseconds(report, "50%"),
            Milliseconds(report, "99%"));
    }

    private async Task<string> RunAsync(LoadedPage page, TimeSpan length)
    {
        var script = folder.Combine("each-another.lua");
        if (page.IsEachAnother)
            await File.WriteAllTextAsync(script, EachAnother);
        return await Commands.RunAsync("wrk",
        [
            $"-t{Threads}", $"-c{Connections}", $"-d{(int)length.TotalSeconds}s", "--latency",
            .. page.IsEachAnother ? ["-s", script] : Array.Empty<string>(),
            .. page.Cookie is null ? Array.Empty<string>() : ["-H", $"Cookie: {page.Cookie}"],
            page.Url.AbsoluteUri,
        ]);
    }

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
