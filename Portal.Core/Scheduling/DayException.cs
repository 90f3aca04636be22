using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>Why a date has other hours than its day of the week. Where several fall on one date, the first of these counts.</summary>
public enum DayExceptionKind
{
    Override,
    DayOff,
    Holiday,
}

/// <summary>The hours of one date in place of the weekly ones: all ranges that begin on it, none when the host is away.</summary>
/// <param name="Day">In the host's zone.</param>
/// <param name="Kind">Decides between several on one date.</param>
/// <param name="Hours">In whole minutes, in any order; they may not overlap.</param>
/// <param name="Name">What staff are told, such as the holiday's name.</param>
[SuppressMessage("Naming", "CA1711", Justification = "The word people use for such a day; nothing throws it.")]
public sealed record DayException(LocalDate Day, DayExceptionKind Kind, ImmutableArray<TimeRange> Hours, string? Name = null);
