namespace Portal.Benchmarks.Pages;

/// <summary>What a server did under load.</summary>
/// <param name="CpuMicroseconds">Of the serving processes, a request; the load generator is not counted.</param>
/// <param name="P50">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
internal sealed record Measurement(double RequestsPerSecond, double CpuMicroseconds, double P50, double P99);
