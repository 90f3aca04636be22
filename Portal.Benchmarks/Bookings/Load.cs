using System.Collections.Concurrent;
using System.Diagnostics;

namespace Portal.Benchmarks.Bookings;

/// <summary>What many at once did in a while.</summary>
/// <param name="P50Ms">Of what was done, as the refusals are something else.</param>
/// <param name="CpuMicroseconds">Of this process for each, done or refused; the server's own not among them.</param>
internal sealed record Load(double DonePerSecond, double RefusedPerSecond, double P50Ms, double P99Ms, double CpuMicroseconds)
{
    /// <param name="act">Done, or refused.</param>
    public static async Task<Load> RunAsync(int clients, TimeSpan duration, Func<Task<bool>> act)
    {
        var done = new ConcurrentBag<double>();
        var refused = 0;
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < duration)
            {
                var began = Stopwatch.GetTimestamp();
                if (await act())
                    done.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                else
                    Interlocked.Increment(ref refused);
            }
        })));
        var seconds = watch.Elapsed.TotalSeconds;
        var sorted = done.Order().ToArray();
        process.Refresh();
        var spent = (process.TotalProcessorTime - cpu).TotalMicroseconds / Math.Max(1, sorted.Length + refused);
        return new Load(sorted.Length / seconds, refused / seconds, At(sorted, 0.5), At(sorted, 0.99), Math.Round(spent));
    }

    private static double At(double[] sorted, double part) =>
        sorted.Length == 0 ? 0 : Math.Round(sorted[(int)((sorted.Length - 1) * part)], 1);
}
