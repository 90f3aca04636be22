using System.Runtime.CompilerServices;
using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>How a meeting is cut out of a host's hours. Durations are elapsed time, in whole seconds where they place a slot.</summary>
public sealed record SlotRules
{
    /// <summary>The upper bound of every value here: beyond it a rule is a mistake, and ticks would overflow.</summary>
    public const int LongestDays = 3660;

    private readonly Duration? increment;

    public required Duration Length { get; init => field = Positive(value); }

    /// <summary>From one possible start to the next, counted from the start of each range of hours; <see cref="Length"/> unless set.</summary>
    public Duration Increment { get => increment ?? Length; init => increment = Positive(value); }

    /// <summary>The first start lies this long after the start of each range of hours.</summary>
    public Duration Offset { get; init => field = WholeSeconds(NotNegative(value)); }

    /// <summary>Kept free before the meeting.</summary>
    public Duration BufferBefore { get; init => field = WholeSeconds(NotNegative(value)); }

    /// <summary>Kept free after the meeting.</summary>
    public Duration BufferAfter { get; init => field = WholeSeconds(NotNegative(value)); }

    /// <summary>A start is offered no later than this long before it.</summary>
    public Duration MinimumNotice { get; init => field = NotNegative(value); }

    /// <summary>The last day offered, counted from today in the host's zone: 0 is today only, 7 is this day next week.</summary>
    public int HorizonDays
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(HorizonDays));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LongestDays, nameof(HorizonDays));
            field = value;
        }
    } = 60;

    /// <summary>No start before this date; unlike <see cref="HorizonDays"/> counted in the schedule's own zone.</summary>
    public LocalDate? FirstDay { get; init; }

    /// <summary>No start after this date, in the schedule's own zone. The earlier of this and the horizon counts.</summary>
    public LocalDate? LastDay { get; init; }

    /// <summary>How many meetings of this type a day or week may have, whoever holds them.</summary>
    public MeetingLimit Limit { get; init; }

    /// <summary>How many people share one meeting; more than 1 makes it a group meeting.</summary>
    public int Capacity
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Capacity));
            field = value;
        }
    } = 1;

    /// <summary>Offered at the one-off times of its hosts and not in their hours.</summary>
    public bool SessionsOnly { get; init; }

    private static Duration Positive(Duration value, [CallerMemberName] string name = "")
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, Duration.Zero, name);
        return WholeSeconds(NotNegative(value, name), name);
    }

    private static Duration NotNegative(Duration value, [CallerMemberName] string name = "")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, Duration.Zero, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Duration.FromDays(LongestDays), name);
        return value;
    }

    private static Duration WholeSeconds(Duration value, [CallerMemberName] string name = "") =>
        value == Duration.FromSeconds((long)value.TotalSeconds)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "Must be in whole seconds.");
}
