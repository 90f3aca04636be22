using NodaTime;

namespace Portal.Core.Scheduling.Holidays;

/// <summary>One row of a country's table.</summary>
/// <param name="Name">In the language of the country.</param>
/// <param name="Date">When it is in a year; see <see cref="HolidayDate"/>.</param>
/// <param name="Where">The parts of the country that have it, by their codes without the country's; empty for all of it.</param>
internal sealed record HolidayRule(string Name, Func<int, LocalDate> Date, string Where = "")
{
    /// <summary>The first year of the law.</summary>
    public int From { get; init; }

    /// <summary>The last year of the law.</summary>
    public int Until { get; init; } = int.MaxValue;

    /// <summary>The free day for a holiday at the weekend; the same date when there is none.</summary>
    public Func<LocalDate, LocalDate> StandIn { get; init; } = date => date;

    /// <summary>What the free day is called.</summary>
    public string StandInName { get; init; } = "";

    public bool HoldsIn(string part) => Where.Length == 0 || Where.Split(' ').Contains(part);

    public IEnumerable<PublicHoliday> In(int year)
    {
        if (year < From || year > Until)
            yield break;
        var date = Date(year);
        yield return new PublicHoliday(date, Name);
        if (StandIn(date) != date)
            yield return new PublicHoliday(StandIn(date), StandInName);
    }
}
