using NodaTime;
using NodaTime.Text;
using Portal.Core.Availability;
using Portal.Core.Availability.Editing;
using Portal.Core.Scheduling;
using Portal.Core.Scheduling.Holidays;
using Portal.Core.Time;

namespace Portal.Web.Pages.Dashboard.Availability;

/// <summary>A month in which each day says what hours it has.</summary>
public sealed class MonthOfDates
{
    private readonly HostAvailability host;

    private MonthOfDates(HostAvailability host, YearMonth month, LocalDate? chosen)
    {
        this.host = host;
        (Month, Chosen) = (month, chosen);
    }

    /// <param name="asked">What the address says; a date that is past or no date counts as none.</param>
    public static MonthOfDates Of(HostAvailability host, IQueryCollection asked)
    {
        LocalDate? chosen = DateText.Read(asked["date"]) is { } date && date >= host.Today ? date : null;
        var month = YearMonthPattern.Iso.Parse(asked["month"].ToString()) is { Success: true, Value: var named } ? named : (chosen ?? host.Today).ToYearMonth();
        return new MonthOfDates(host, month, chosen);
    }

    public YearMonth Month { get; }

    public LocalDate? Chosen { get; }

    /// <summary>What the chosen date has instead of its usual hours; null for those.</summary>
    public DateOverride? Current => host.Overrides.FirstOrDefault(day => day.Date == Chosen);

    public YearMonth? Previous => Month.OnDayOfMonth(1) > host.Today ? Month.PlusMonths(-1) : null;

    public YearMonth? Next => Month.OnDayOfMonth(1) < host.Today.PlusYears(2) ? Month.PlusMonths(1) : null;

    public static string Write(YearMonth month) => YearMonthPattern.Iso.Format(month);

    public static string Write(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>Monday to Sunday; null for days of another month.</summary>
    public IEnumerable<LocalDate?[]> Weeks()
    {
        var first = Month.OnDayOfMonth(1);
        var lead = (int)first.DayOfWeek - 1;
        var count = first.Calendar.GetDaysInMonth(first.Year, first.Month);
        return Enumerable.Range(-lead, (lead + count + 6) / 7 * 7)
            .Select(offset => offset >= 0 && offset < count ? first.PlusDays(offset) : (LocalDate?)null)
            .Chunk(7);
    }

    public DateState StateOf(LocalDate date)
    {
        if (date < host.Today)
            return new DateState("past", "past", IsPast: true);
        if (host.Overrides.FirstOrDefault(day => day.Date == date) is { } other)
            return other.Hours.IsEmpty
                ? new DateState("closed", "Closed" + Noted(other.Note))
                : new DateState("other", string.Join(", ", other.Hours.Select(RangeReading.Write)) + Noted(other.Note));
        if (host.TimesOff.FirstOrDefault(days => days.FirstDay <= date && date <= days.LastDay) is { } off)
            return new DateState("closed", "Day off" + Noted(off.Note));
        if (host.Schedule!.HolidayRegion is { } region && PublicHolidays.In(region, date.Year).FirstOrDefault(holiday => holiday.Date == date).Name is { } name)
            return new DateState("closed", $"Holiday · {name}");
        var usual = UsualHours(date).ToList();
        return usual.Count == 0 ? new DateState("none", "No meetings") : new DateState("usual", string.Join(", ", usual.Select(RangeReading.Write)));
    }

    public IEnumerable<TimeRange> UsualHours(LocalDate date) =>
        host.Schedule!.Hours.Ranges.Where(range => range.Day == date.DayOfWeek).Select(range => new TimeRange(range.From, range.To));

    private static string Noted(string? note) => string.IsNullOrWhiteSpace(note) ? "" : $" · {note}";
}

/// <param name="Look">past, usual, none, other or closed.</param>
/// <param name="Words">Its hours, or why there are none.</param>
public readonly record struct DateState(string Look, string Words, bool IsPast = false);
