using NodaTime;
using Portal.Core.Scheduling;

namespace Portal.Tests.Core.Scheduling;

public class TicksTests
{
    [Fact]
    public void Days_and_days_of_the_week_are_those_of_the_calendar_on_both_sides_of_1970()
    {
        for (var date = new LocalDate(1969, 12, 1); date < new LocalDate(1970, 2, 1); date = date.PlusDays(1))
        {
            var day = Ticks.DayOf(Ticks.Floor(date.At(new LocalTime(23, 59)).InUtc().ToInstant()));

            Assert.Equal(Period.DaysBetween(new LocalDate(1970, 1, 1), date), day);
            Assert.Equal(date.DayOfWeek, Ticks.DayOfWeek(day));
        }
    }
}
