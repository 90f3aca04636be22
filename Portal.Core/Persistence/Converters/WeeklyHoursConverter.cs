using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Portal.Core.Scheduling;

namespace Portal.Core.Persistence.Converters;

internal sealed class WeeklyHoursConverter() : ValueConverter<WeeklyHours, string>(
    hours => hours.ToText(),
    text => WeeklyHours.Parse(text));
