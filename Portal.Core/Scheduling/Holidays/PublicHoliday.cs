using NodaTime;

namespace Portal.Core.Scheduling.Holidays;

/// <param name="Date">The day itself, or the working day that stands in for it.</param>
/// <param name="Name">In the language of the region.</param>
public readonly record struct PublicHoliday(LocalDate Date, string Name);
