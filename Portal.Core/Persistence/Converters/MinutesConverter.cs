using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Portal.Core.Persistence.Converters;

/// <summary>Durations of meeting types are whole minutes.</summary>
internal sealed class MinutesConverter() : ValueConverter<Duration, int>(
    duration => (int)duration.TotalMinutes,
    minutes => Duration.FromMinutes(minutes));
