using NodaTime;

namespace Portal.Core.Time;

/// <summary>
/// The machine's clock in whole microseconds: PostgreSQL keeps no finer time, and an instant must still be equal to itself
/// when it comes back from the database.
/// </summary>
public sealed class PortalClock : IClock
{
    private const long TicksPerMicrosecond = 10;

    public Instant GetCurrentInstant()
    {
        var ticks = SystemClock.Instance.GetCurrentInstant().ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(ticks - ticks % TicksPerMicrosecond);
    }
}
