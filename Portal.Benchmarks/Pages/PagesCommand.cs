using System.Globalization;
using System.Text.Json;

namespace Portal.Benchmarks.Pages;

/// <summary>
/// <c>pages</c>: serves a generated world by the published portal, and beside it nginx and a bare Kestrel, all loaded by wrk
/// in one run. Absolute figures wander with the machine; the ratios are what can be compared.
/// </summary>
internal static class PagesCommand
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <param name="options"><c>--bookings 1000,1000000</c>, <c>--seconds 5</c>, <c>--only "staff calendar"</c> for the pages so called.</param>
    public static async Task RunAsync(IReadOnlyList<string> options, TextWriter output)
    {
        var sizes = Commands.Value(options, "--bookings", "1000,1000000").Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToList();
        var only = Commands.Value(options, "--only", "");
        using var folder = new WorkFolder();
        var load = new Wrk(TimeSpan.FromSeconds(int.Parse(Commands.Value(options, "--seconds", "5"), CultureInfo.InvariantCulture)), folder);

        var nginx = await ReferenceServers.MeasureNginxAsync(load, folder);
        var kestrel = await ReferenceServers.MeasureKestrelAsync(load);
        Print(output, new Line("nginx static 5 KB", null, nginx, 1, nginx));
        Print(output, new Line("bare Kestrel 5 KB", null, kestrel, kestrel.CpuMicroseconds / nginx.CpuMicroseconds, nginx));

        await Commands.RunAsync("dotnet", ["publish", Repository.PathOf("Portal.Web"), "-c", "Release", "-o", folder.Combine("portal"), "--nologo", "-v", "q"]);
        Dictionary<string, Measurement>? smallest = null;
        foreach (var size in sizes)
        {
            var world = await GeneratedWorld.CreateAsync(folder.Combine($"{size}.db"), size);
            await using var portal = await PublishedPortal.StartAsync(folder, world);
            var measured = new Dictionary<string, Measurement>();
            foreach (var page in (await portal.PagesAsync()).Where(page => page.Name.Contains(only, StringComparison.Ordinal)))
            {
                var now = measured[page.Name] = await load.MeasureAsync(page, portal.Process);
                var growth = smallest?.GetValueOrDefault(page.Name) is { } small ? now.CpuMicroseconds / small.CpuMicroseconds : (double?)null;
                Print(output, new Line(page.Name, size, now, now.CpuMicroseconds / nginx.CpuMicroseconds, nginx, growth));
            }

            smallest ??= measured;
        }
    }

    private static void Print(TextWriter output, Line line) => output.WriteLine(JsonSerializer.Serialize(new
    {
        line.Name,
        line.Bookings,
        RequestsPerSecond = Math.Round(line.Measured.RequestsPerSecond),
        CpuUs = Math.Round(line.Measured.CpuMicroseconds, 1),
        CpuTimesNginx = Math.Round(line.TimesNginx, 2),
        RequestsOfNginx = Math.Round(line.Measured.RequestsPerSecond / line.Nginx.RequestsPerSecond, 3),
        P50Ms = line.Measured.P50,
        P99Ms = line.Measured.P99,
        CpuTimesSmallest = line.Growth is { } growth ? Math.Round(growth, 2) : (double?)null,
    }, Json));

    private sealed record Line(string Name, int? Bookings, Measurement Measured, double TimesNginx, Measurement Nginx, double? Growth = null);
}
