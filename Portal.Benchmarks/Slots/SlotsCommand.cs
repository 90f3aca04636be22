using System.Text.Json;
using NodaTime;
using Portal.Core.Scheduling;

namespace Portal.Benchmarks.Slots;

/// <summary>What the engine costs, as a multiple of <see cref="PlainSweep"/> in the same run.</summary>
internal static class SlotsCommand
{
    /// <returns>False when the engine and the sweep found different times, which a message on standard error names.</returns>
    public static bool Run(string[] options, TextWriter output)
    {
        var emit = options.Contains("--emit");
        var workloads = options.Except(["--emit"]).ToArray() switch
        {
            [] => StandardWorkloads.All,
            ["--input", var file] => [Workload.Parse(File.ReadAllText(file))],
            _ => throw new ArgumentException("slots takes --input FILE and --emit."),
        };
        foreach (var workload in workloads)
        {
            var starts = Starts(OpenSlots.Find(workload.Schedule(), workload.Window(), workload.Window().Start));
            if (emit)
                output.WriteLine(JsonSerializer.Serialize(new { name = workload.Name, starts = starts.Select(start => start / NodaConstants.TicksPerMillisecond) }));
            else if (!starts.AsSpan().SequenceEqual(new PlainSweep(workload).Run()))
                return Differ(workload);
            else
                output.WriteLine(Measure(workload, starts.Length));
        }
        return true;
    }

    private static string Measure(Workload workload, int slots)
    {
        var (schedule, window) = (workload.Schedule(), workload.Window());
        var sweep = new PlainSweep(workload);
        var (engine, plain) = Stopwatches.Compare(() => Read(OpenSlots.Find(schedule, window, window.Start)), () => Read(sweep.Run()));
        return JsonSerializer.Serialize(new
        {
            name = workload.Name,
            slots,
            us = Math.Round(engine.Microseconds, 2),
            ns_per_slot = Math.Round(engine.Microseconds * 1000 / slots, 2),
            bytes = engine.Bytes,
            sweep_us = Math.Round(plain.Microseconds, 2),
            ratio = Math.Round(engine.Microseconds / plain.Microseconds, 3),
        });
    }

    /// <summary>Reads what was found, so that nothing is left to be computed later.</summary>
    private static long Read(IReadOnlyList<OpenSlot> slots)
    {
        var sum = 0L;
        for (var index = 0; index < slots.Count; index++)
            sum += slots[index].Start.ToUnixTimeTicks();
        return sum;
    }

    private static long Read(long[] starts)
    {
        var sum = 0L;
        foreach (var start in starts)
            sum += start;
        return sum;
    }

    private static long[] Starts(IReadOnlyList<OpenSlot> slots) => [.. slots.Select(slot => slot.Start.ToUnixTimeTicks())];

    private static bool Differ(Workload workload)
    {
        Console.Error.WriteLine($"{workload.Name}: the plain sweep finds other times; it knows no hours across midnight and no change of offset inside them.");
        return false;
    }
}
