using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>How many of the hosts a meeting needs.</summary>
public enum HostCombination
{
    /// <summary>One of them: a single host, or round robin.</summary>
    Any,

    /// <summary>All of them together. The hours of the first decide where meetings start.</summary>
    All,
}

/// <summary>Everything that decides which times of one meeting type are open.</summary>
/// <param name="Rules">How meetings are cut out of the hours.</param>
/// <param name="Hosts">In the order in which a slot names them.</param>
/// <param name="Zone">The organisation's: the type's own limits, first day and last day are counted in it.</param>
public sealed record Schedule(SlotRules Rules, IReadOnlyList<HostHours> Hosts, DateTimeZone Zone)
{
    public HostCombination Combination { get; init; }

    /// <summary>The starts of meetings of this type, whoever holds them, that count towards its <see cref="SlotRules.Limit"/>.</summary>
    public IReadOnlyList<Instant> Meetings { get; init; } = [];
}
