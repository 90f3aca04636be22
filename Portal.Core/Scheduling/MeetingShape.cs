namespace Portal.Core.Scheduling;

/// <summary>How much of a host's time a meeting takes around its start, in ticks.</summary>
internal readonly record struct MeetingShape(long Length, long Before, long After)
{
    public static MeetingShape Of(SlotRules rules) => Of(rules, rules.Length.BclCompatibleTicks);

    public static MeetingShape Of(SlotRules rules, long length) =>
        new(length, rules.BufferBefore.BclCompatibleTicks, rules.BufferAfter.BclCompatibleTicks);

    /// <summary>The starts at which the meeting or its buffers would overlap the busy time; touching is no overlap.</summary>
    public TickSpan StartsClosedBy(TickSpan busy) =>
        busy.IsEmpty ? default : new TickSpan(busy.From - Length - After + 1, busy.Until + Before);
}
