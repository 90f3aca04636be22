using Portal.Benchmarks.Slots;

const string Usage = """
    dotnet run -c Release --project Portal.Benchmarks -- slots [--input FILE] [--emit]
      slots          computes the open times of three workloads and prints a line of JSON for each
      --input FILE   takes the workload from a file of JSON instead; see Slots/Workload.cs
      --emit         prints the starts as unix milliseconds instead of measuring
    """;

if (args is not ["slots", .. var options])
    return Refuse(Usage);
try
{
    return SlotsCommand.Run(options, Console.Out) ? 0 : 1;
}
catch (Exception wrong) when (wrong is ArgumentException or FormatException or IOException or System.Text.Json.JsonException)
{
    return Refuse(wrong.Message);
}

static int Refuse(string message)
{
    Console.Error.WriteLine(message);
    return 2;
}
