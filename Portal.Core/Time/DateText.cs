using NodaTime;
using NodaTime.Text;

namespace Portal.Core.Time;

/// <summary>A date as addresses, forms and scripts carry it: <c>2026-11-24</c>.</summary>
public static class DateText
{
    private static readonly LocalDate First = new(2000, 1, 1);
    private static readonly LocalDate Last = new(2199, 12, 31);

    /// <returns>Null for what is no date, and for one no meeting is ever planned on: a day added to it might not exist.</returns>
    public static LocalDate? Read(string? text) =>
        LocalDatePattern.Iso.Parse(text?.Trim() ?? "") is { Success: true, Value: var date } && First <= date && date <= Last ? date : null;
}
