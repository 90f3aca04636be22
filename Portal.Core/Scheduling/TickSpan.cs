namespace Portal.Core.Scheduling;

/// <summary>A stretch of time in ticks; empty when it does not end after it begins.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="Until">Exclusive.</param>
internal readonly record struct TickSpan(long From, long Until)
{
    public bool IsEmpty => From >= Until;

    /// <summary>All ticks the busy time touches.</summary>
    public static TickSpan Of(BusyTime busy) =>
        busy.Start < busy.End ? new TickSpan(Ticks.Floor(busy.Start), Ticks.Ceiling(busy.End)) : default;

    public bool Contains(long tick) => From <= tick && tick < Until;
}
