using NodaTime;

namespace Portal.Core.Time;

/// <summary>
/// The machine's clock, corrected so that the nodes on one database have one time, in whole microseconds: PostgreSQL keeps
/// no finer time, and an instant must still be equal to itself when it comes back from the database.
/// </summary>
public sealed class PortalClock : IClock
{
    private const long TicksPerMicrosecond = 10;

    private long offset;

    /// <summary>What is added to the machine's clock; see <see cref="CorrectClock"/>.</summary>
    public Duration Offset
    {
        get => Duration.FromTicks(Interlocked.Read(ref offset));
        internal set => Interlocked.Exchange(ref offset, (long)value.TotalTicks);
    }

    public Instant GetCurrentInstant()
    {
        var ticks = MachineTime().ToUnixTimeTicks() + Interlocked.Read(ref offset);
        return Instant.FromUnixTimeTicks(ticks - ticks % TicksPerMicrosecond);
    }

    internal static Instant MachineTime() => SystemClock.Instance.GetCurrentInstant();
}
