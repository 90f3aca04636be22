using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Portal.Benchmarks.Pages;
using Portal.Core.Persistence;

namespace Portal.Benchmarks.Bookings;

/// <summary>
/// <c>bookings</c>: how many bookings a second are written through the use case, with lock, outbox and audit, 64 at once;
/// beside it how many bare rows the same database takes, and how many static pages nginx serves just before and after, which
/// tells what the machine was able to do meanwhile. Bookings and rows sync every commit to the disk.
/// </summary>
internal static class BookingsCommand
{
    private const int Clients = 64;

    private static readonly TimeSpan NginxLength = TimeSpan.FromSeconds(5);

    // until the runtime has compiled what is used most a second time; on two busy cores that takes so long
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <param name="options"><c>--seconds 10</c> and <c>--database sqlite</c> or <c>postgres</c>.</param>
    public static async Task RunAsync(IReadOnlyList<string> options, TextWriter output)
    {
        var duration = TimeSpan.FromSeconds(int.Parse(Commands.Value(options, "--seconds", "10"), CultureInfo.InvariantCulture));
        var chosen = Commands.Value(options, "--database", "both");
        using var folder = new WorkFolder();
        if (chosen is "both" or "sqlite")
            await MeasureAsync(new DatabaseOptions { Provider = DatabaseProvider.Sqlite, ConnectionString = $"Data Source={folder.Combine("portal.db")}" }, null, folder, duration, output);
        if (chosen is "both" or "postgres")
        {
            await using var server = await PrivatePostgres.StartAsync(folder);
            await MeasureAsync(new DatabaseOptions { Provider = DatabaseProvider.Postgres, ConnectionString = server.ConnectionString }, server.Process, folder, duration, output);
        }
    }

    /// <param name="server">The database's own process; null where it has none.</param>
    private static async Task MeasureAsync(DatabaseOptions database, Process? server, WorkFolder folder, TimeSpan duration, TextWriter output)
    {
        await using var world = await BookingWorld.CreateAsync(database);
        await Load.RunAsync(Clients, WarmUp, world.TryBookAsync);
        var bare = await Load.RunAsync(Clients, duration / 2, BareInserts.Of(database));
        var load = new Wrk(NginxLength, folder);
        var nginxBefore = await ReferenceServers.MeasureNginxAsync(load, folder);
        var before = server is null ? TimeSpan.Zero : CpuTime.Of(server);
        var booked = await Load.RunAsync(Clients, duration, world.TryBookAsync);
        var spent = server is null ? TimeSpan.Zero : CpuTime.Of(server) - before;
        var nginxAfter = await ReferenceServers.MeasureNginxAsync(load, folder);
        var nginx = (nginxBefore.RequestsPerSecond + nginxAfter.RequestsPerSecond) / 2;
        await output.WriteLineAsync(JsonSerializer.Serialize(new
        {
            Name = $"bookings on {database.Provider}",
            Clients,
            BookingsPerSecond = Math.Round(booked.DonePerSecond),
            booked.P50Ms,
            booked.P99Ms,
            booked.CpuMicroseconds,
            ServerCpuMicroseconds = Math.Round(spent.TotalMicroseconds / Math.Max(1, (booked.DonePerSecond + booked.RefusedPerSecond) * duration.TotalSeconds)),
            RefusedPerSecond = Math.Round(booked.RefusedPerSecond),
            InsertsPerSecond = Math.Round(bare.DonePerSecond),
            OfInserts = Math.Round(booked.DonePerSecond / bare.DonePerSecond, 3),
            NginxPerSecond = Math.Round(nginx),
            OfNginx = Math.Round(booked.DonePerSecond / nginx, 4),
        }, Json));
    }
}
