using System.Collections.Immutable;
using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>Why a time is not offered, in the order in which reasons are given.</summary>
public enum ReasonKind
{
    /// <summary>The clock skips this wall time.</summary>
    DoesNotExist,

    /// <summary>The meeting type has nobody to hold it.</summary>
    NoHosts,

    /// <summary>The host has a day off.</summary>
    HostAway,

    Holiday,

    /// <summary>The date has its own hours, and the time is outside them.</summary>
    Override,

    /// <summary>Outside the weekly hours, or the meeting would reach past their end.</summary>
    OutsideHours,

    /// <summary>Within the hours, but meetings start at other times.</summary>
    BetweenStarts,

    /// <summary>Past, or too soon.</summary>
    Notice,

    /// <summary>Too far ahead, or outside the dates the type is offered on.</summary>
    Horizon,

    /// <summary>A booking is in the way.</summary>
    Busy,

    /// <summary>Somebody is just booking this time.</summary>
    Held,

    /// <summary>An entry of a connected calendar is in the way.</summary>
    Calendar,

    /// <summary>The meeting would fit, its buffers would not.</summary>
    Buffer,

    /// <summary>The day or the week has as many meetings as it may have.</summary>
    Limit,

    /// <summary>The group meeting at this time is full.</summary>
    Capacity,

    /// <summary>The type is only offered at one-off times.</summary>
    SessionsOnly,
}

public enum LimitPeriod
{
    Day,

    /// <summary>Monday to Sunday.</summary>
    Week,
}

/// <summary>One thing that keeps a time from being offered, with what staff need to know to change it.</summary>
/// <param name="Kind">What it is; the properties that matter depend on it.</param>
/// <param name="HostId">Whose reason it is; null when it concerns the meeting type whoever holds it.</param>
public sealed record Reason(ReasonKind Kind, Guid? HostId = null)
{
    /// <summary>The date the reason lies on: in the host's zone, or the organisation's when it is nobody's in particular.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>What the exception of that date is called.</summary>
    public string? Name { get; init; }

    /// <summary>The hours that begin on that date, when the time is outside them.</summary>
    public ImmutableArray<TimeRange> Hours { get; init; } = [];

    /// <summary>The busy time in the way, with the buffers of what takes it.</summary>
    public Interval? Blocking { get; init; }

    /// <summary>The first moment that would do: the end of the notice, or the start of the first day offered.</summary>
    public Instant? From { get; init; }

    /// <summary>The first moment that is too late for the horizon.</summary>
    public Instant? Until { get; init; }

    /// <summary>The number of meetings or seats that is reached.</summary>
    public int? Limit { get; init; }

    /// <summary>What <see cref="Limit"/> counts in.</summary>
    public LimitPeriod? Period { get; init; }
}
