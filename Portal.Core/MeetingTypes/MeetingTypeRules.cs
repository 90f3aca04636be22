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

    /// <summary>The time a meeting takes from its host: itself and the type's buffers.</summary>
    public static Interval ClaimOf(this MeetingType type, Instant start, Instant end) =>
        new(start - type.BufferBefore, end + type.BufferAfter);

    /// <summary>What a meeting at this start can touch, however long its session is.</summary>
    public static Interval Around(this MeetingType type, Instant start) =>
        type.ClaimOf(start, start + Longest);
}
