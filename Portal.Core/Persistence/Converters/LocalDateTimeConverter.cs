using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace Portal.Core.Persistence.Converters;

internal sealed class LocalDateTimeConverter() : ValueConverter<LocalDateTime, string>(
    local => LocalDateTimePattern.GeneralIso.Format(local),
    text => LocalDateTimePattern.GeneralIso.Parse(text).Value);
