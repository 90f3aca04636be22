using System.Globalization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Portal.Core.Persistence.Converters;

/// <summary>Lengths in minutes: <c>15;60</c>.</summary>
internal sealed class DurationsConverter() : ValueConverter<IReadOnlyList<Duration>, string>(
    durations => Write(durations),
    text => Read(text))
{
    private static string Write(IReadOnlyList<Duration> durations) =>
        string.Join(';', durations.Select(duration => ((int)duration.TotalMinutes).ToString(CultureInfo.InvariantCulture)));

    private static IReadOnlyList<Duration> Read(string text) =>
    [
        .. text.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => Duration.FromMinutes(int.Parse(part, CultureInfo.InvariantCulture))),
    ];
}

internal sealed class DurationsComparer() : ValueComparer<IReadOnlyList<Duration>>(
    (left, right) => ReferenceEquals(left, right) || (left != null && right != null && left.SequenceEqual(right)),
    durations => durations.Aggregate(0, (hash, duration) => HashCode.Combine(hash, duration)),
    durations => durations.ToList());
