using System.Globalization;
using System.Text.Json;

namespace Portal.Benchmarks.Pages;

/// <summary>
/// <c>pages</c>: serves a generated world by the published portal, and beside it nginx and a bare Kestrel, all loaded by wrk
/// in one run. Absolute figures wander with the machine; the ratios are what can be compared. The worlds of different size
/// are loaded by turns, and the best of each is kept: what else the machine did at that moment is not theirs.
/// </summary>
internal static class PagesCommand
{
    private const int Rounds = 3;

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
        var portals = new List<PublishedPortal>();
        try
        {
            foreach (var size in sizes)
                portals.Add(await PublishedPortal.StartAsync(folder, await GeneratedWorld.CreateAsync(folder.Combine($"{size}.db"), size), size));
            var pages = await Task.WhenAll(portals.Select(portal => portal.PagesAsync()));
            foreach (var page in pages[0].Select(page => page.Name).Where(name => name.Contains(only, StringComparison.Ordinal)))
            {
                var measured = await ByTurnsAsync(load, [.. portals.Zip(pages, (portal, its) => (portal, its.Single(one => one.Name == page)))]);
                for (var place = 0; place < sizes.Count; place++)
                    Print(output, new Line(
                        page, sizes[place], measured[place], measured[place].CpuMicroseconds / nginx.CpuMicroseconds, nginx,
                        place == 0 ? null : measured[place].CpuMicroseconds / measured[0].CpuMicroseconds));
            }
        }
        finally
        {
            foreach (var portal in portals)
                await portal.DisposeAsync();
        }
    }

    private static async Task<IReadOnlyList<Measurement>> ByTurnsAsync(Wrk load, IReadOnlyList<(PublishedPortal Portal, LoadedPage Page)> servers)
    {
        foreach (var (_, page) in servers)
            await load.WarmUpAsync(page);
        var rounds = new List<Measurement[]>();
        while (rounds.Count < Rounds)
        {
            var round = new List<Measurement>();
            foreach (var (portal, page) in servers)
                round.Add(await load.MeasureAsync(page, portal.Process));
            rounds.Add([.. round]);
        }

        return [.. servers.Select((_, place) => rounds.Select(round => round[place]).MinBy(measured => measured.CpuMicroseconds)!)];
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
