using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Portal.Core.Persistence.Converters;

internal sealed class ZoneConverter() : ValueConverter<DateTimeZone, string>(
    zone => zone.Id,
    id => DateTimeZoneProviders.Tzdb[id]);
