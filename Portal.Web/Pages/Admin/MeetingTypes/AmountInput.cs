using NodaTime;

namespace Portal.Web.Pages.Admin.MeetingTypes;

/// <summary>A length of time as people say it: a number and a unit.</summary>
public sealed class AmountInput
{
    private const int MinutesPerHour = 60;
    private const int MinutesPerDay = 24 * 60;

    // far beyond every limit, and a duration can still hold it
    private const long MostMinutes = 1_000_000_000;

    public int? Amount { get; set; }

    public AmountUnit Unit { get; set; } = AmountUnit.Hours;

    /// <summary>Nothing typed is no time at all.</summary>
    public Duration ToDuration() => Duration.FromMinutes(Math.Clamp((long)(Amount ?? 0) * MinutesOf(Unit), -1, MostMinutes));

    /// <summary>In the largest unit that needs no fraction.</summary>
    public static AmountInput Of(Duration duration)
    {
        var minutes = (int)duration.TotalMinutes;
        var unit = minutes switch
        {
            0 => AmountUnit.Hours,
            _ when minutes % MinutesPerDay == 0 => AmountUnit.Days,
            _ when minutes % MinutesPerHour == 0 => AmountUnit.Hours,
            _ => AmountUnit.Minutes,
        };
        return new AmountInput { Amount = minutes / MinutesOf(unit), Unit = unit };
    }

    private static int MinutesOf(AmountUnit unit) => unit switch
    {
        AmountUnit.Days => MinutesPerDay,
        AmountUnit.Hours => MinutesPerHour,
        _ => 1,
    };
}

public enum AmountUnit
{
    Minutes,
    Hours,
    Days,
}
