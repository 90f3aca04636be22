using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Portal.Core.Persistence.Converters;

internal sealed class LocalDateConverter() : ValueConverter<LocalDate, DateOnly>(
    date => date.ToDateOnly(),
    date => LocalDate.FromDateOnly(date));
