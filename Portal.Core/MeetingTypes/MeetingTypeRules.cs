using NodaTime;
using Portal.Core.Scheduling;

namespace Portal.Core.MeetingTypes;

/// <summary>A meeting type as the engine takes it.</summary>
internal static class MeetingTypeRules
{
    private static readonly Duration Longest = Duration.FromDays(1);

    /// <param name="length">One of the type's.</param>
    public static SlotRules Rules(this MeetingType type, Duration length) => new()
    {
        Length = length,
        Increment = type.Increment,
        Offset = type.StartOffset,
        BufferBefore = type.BufferBefore,
        BufferAfter = type.BufferAfter,
        MinimumNotice = type.MinimumNotice,
        HorizonDays = type.HorizonDays,
        FirstDay = type.FirstDay,
        LastDay = type.LastDay,
        Limit = new MeetingLimit(type.MostPerDay, type.MostPerWeek),
        Capacity = type.Capacity,
        SessionsOnly = type.SessionsOnly,
    };

    /// <summary>What a meeting at this start can touch, however long its session is.</summary>
    public static Interval Around(this MeetingType type, Instant start) =>
        new(start - type.BufferBefore, start + Longest + type.BufferAfter);
}
