using System.Diagnostics;

namespace Portal.Benchmarks.Slots;

/// <param name="Microseconds">Of one run: the median of all rounds.</param>
/// <param name="Bytes">Allocated by one run.</param>
internal readonly record struct Cost(double Microseconds, long Bytes);

/// <summary>Measures two ways to the same answer in turn, so that whatever disturbs the machine disturbs both.</summary>
internal static class Stopwatches
{
    // short and many: on a machine that does other work too, most rounds are then undisturbed
    private const int Rounds = 1001;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Round = TimeSpan.FromMicroseconds(500);

    public static (Cost First, Cost Second) Compare(Func<long> first, Func<long> second)
    {
        var firstRuns = RunsPerRound(first);
        var secondRuns = RunsPerRound(second);
        var firstTimes = new double[Rounds];
        var secondTimes = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            firstTimes[round] = Microseconds(first, firstRuns);
            secondTimes[round] = Microseconds(second, secondRuns);
        }
        return (new Cost(Median(firstTimes), Bytes(first)), new Cost(Median(secondTimes), Bytes(second)));
    }

    /// <summary>Runs until the compiler has done its best, and finds how often it fits a round.</summary>
    private static int RunsPerRound(Func<long> work)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < WarmUp)
            work();
        return Math.Max(1, (int)(Round.TotalMicroseconds / Microseconds(work, 10)));
    }

    private static double Microseconds(Func<long> work, int runs)
    {
        var began = Stopwatch.GetTimestamp();
        for (var run = 0; run < runs; run++)
            work();
        return Stopwatch.GetElapsedTime(began).TotalMicroseconds / runs;
    }

    private static long Bytes(Func<long> work)
    {
        const int runs = 100;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var run = 0; run < runs; run++)
            work();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / runs;
    }

    private static double Median(double[] times)
    {
        Array.Sort(times);
        return times[times.Length / 2];
    }
}
