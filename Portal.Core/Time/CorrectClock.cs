using System.Diagnostics;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Time;

/// <summary>
/// Sets the portal's clock by the database's: machines differ by seconds and minutes, and leases and due times are compared
/// by all of them. What is left is half of a round trip to the database. Does nothing on SQLite, where there is one machine.
/// </summary>
public sealed class CorrectClock(PortalDbContext db, PortalClock clock)
{
    private const int Readings = 3;

    /// <returns>What the machine's clock is behind; negative when it is ahead.</returns>
    public async Task<Duration> RunAsync(CancellationToken ct)
    {
        (Duration RoundTrip, Duration Offset)? best = null;
        for (var reading = 0; reading < Readings; reading++)
        {
            var asked = PortalClock.MachineTime();
            var began = Stopwatch.GetTimestamp();
            if (await db.ReadClockAsync(ct) is not { } read)
                return Duration.Zero;
            var roundTrip = Duration.FromTimeSpan(Stopwatch.GetElapsedTime(began));
            // the shortest way tells the most
            if (best is null || roundTrip < best.Value.RoundTrip)
                best = (roundTrip, read - (asked + roundTrip / 2));
        }

        return clock.Offset = best!.Value.Offset;
    }
}
