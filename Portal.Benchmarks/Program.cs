using Portal.Benchmarks.Bookings;
using Portal.Benchmarks.Pages;
using Portal.Benchmarks.Slots;

const string Usage = """
    dotnet run -c Release --project Portal.Benchmarks -- slots [--input FILE] [--emit]
      slots          computes the open times of three workloads and prints a line of JSON for each
      --input FILE   takes the workload from a file of JSON instead; see Slots/Workload.cs
      --emit         prints the starts as unix milliseconds instead of measuring
    dotnet run -c Release --project Portal.Benchmarks -- pages [--bookings 1000,1000000] [--seconds 5]
      pages          loads the published portal, nginx and a bare Kestrel with wrk and prints a line of JSON for each
      --bookings     how many bookings the generated worlds have
      --seconds      how long each address is loaded
    dotnet run -c Release --project Portal.Benchmarks -- bookings [--seconds 10] [--database sqlite|postgres]
      bookings       books with 64 at once on SQLite and on a private PostgreSQL, beside bare inserts, and prints a line of JSON for each
    """;

try
{
    switch (args)
    {
        case ["slots", .. var options]:
            return SlotsCommand.Run(options, Console.Out) ? 0 : 1;
        case ["pages", .. var options]:
            await PagesCommand.RunAsync(options, Console.Out);
            return 0;
        case ["bookings", .. var options]:
            await BookingsCommand.RunAsync(options, Console.Out);
            return 0;
        case ["bare-kestrel", var url]:
            await ReferenceServers.ServeBareAsync(url);
            return 0;
        default:
            return Refuse(Usage);
    }
}
catch (Exception wrong) when (wrong is ArgumentException or FormatException or IOException or InvalidOperationException or System.Text.Json.JsonException)
{
    return Refuse(wrong.Message);
}

static int Refuse(string message)
{
    Console.Error.WriteLine(message);
    return 2;
}
