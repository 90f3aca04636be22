using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Portal.Core.Scheduling;

namespace Portal.Core.Persistence.Converters;

internal sealed class TimeRangesConverter() : ValueConverter<ImmutableArray<TimeRange>, string>(
    ranges => DayExceptions.ToText(ranges),
    text => DayExceptions.Parse(text));

internal sealed class TimeRangesComparer() : ValueComparer<ImmutableArray<TimeRange>>(
    (left, right) => left.SequenceEqual(right),
    ranges => ranges.Aggregate(0, (hash, range) => HashCode.Combine(hash, range)));
