using NodaTime;

namespace Portal.Tests.Support;

/// <summary>Stands still until a test moves it.</summary>
public sealed class FakeClock(Instant start) : IClock
{
    private readonly Lock gate = new();
    private Instant now = start;

    /// <summary>Monday 5 January 2026, 08:00 in Berlin, an hour before the business hours.</summary>
    public static readonly Instant Start = Instant.FromUtc(2026, 1, 5, 7, 0);

    public FakeClock()
        : this(Start)
    {
    }

    public Instant GetCurrentInstant()
    {
        lock (gate)
            return now;
    }

    public void Set(Instant instant)
    {
        lock (gate)
            now = instant;
    }

    public void Advance(Duration by)
    {
        lock (gate)
            now += by;
    }
}
