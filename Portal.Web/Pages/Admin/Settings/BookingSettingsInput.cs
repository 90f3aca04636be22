using System.Globalization;
using NodaTime;
using Portal.Core.Organizations;
using Portal.Core.Payments;
using Portal.Web.Pages.Shared;

namespace Portal.Web.Pages.Admin.Settings;

/// <summary>The settings as they are typed; prices with a point, in the currency's usual unit.</summary>
public sealed class BookingSettingsInput
{
    public string? HoldMinutes { get; set; }

    public string? Currency { get; set; }

    public string? LowestPrice { get; set; }

    public string? HighestPrice { get; set; }

    public string? Reminders { get; set; }

    private string Code => Currency?.Trim().ToUpperInvariant() ?? "";

    public static BookingSettingsInput Of(BookingSettings settings) => new()
    {
        HoldMinutes = ((int)settings.HoldLength.TotalMinutes).ToString(CultureInfo.InvariantCulture),
        Currency = settings.Currency,
        LowestPrice = Written(settings.LowestPrice, settings.Currency),
        HighestPrice = Written(settings.HighestPrice, settings.Currency),
        Reminders = ReminderWords.Write(settings.Reminders),
    };

    /// <returns>Null when something is no number.</returns>
    public BookingSettings? Read() =>
        Minutes() is { } minutes && MinorUnits(LowestPrice) is { } lowest && MinorUnits(HighestPrice) is { } highest
            && ReminderWords.Read(Reminders) is { } reminders
            ? new BookingSettings(Duration.FromMinutes(minutes), Code, lowest, highest, reminders)
            : null;

    /// <summary>Fields that are no number, with what to write instead.</summary>
    public IEnumerable<(string Field, string Words)> Unreadable()
    {
        if (Minutes() is null)
            yield return (nameof(HoldMinutes), "Write a whole number of minutes.");
        if (MinorUnits(LowestPrice) is null)
            yield return (nameof(LowestPrice), PriceWords());
        if (MinorUnits(HighestPrice) is null)
            yield return (nameof(HighestPrice), PriceWords());
        if (ReminderWords.Read(Reminders) is null)
            yield return (nameof(Reminders), "Write them like 1 day, 1 hour, 15 minutes.");
    }

    private int? Minutes() => int.TryParse(HoldMinutes?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : null;

    private long? MinorUnits(string? text) => MoneyWords.Read(text, Code)?.MinorUnits;

    private string PriceWords() => MoneyWords.DigitsOf(Code) == 0 ? "Write an amount without a point, like 25." : "Write an amount like 25.00.";

    private static string Written(long minorUnits, string currency) => MoneyWords.AmountOf(new Money(minorUnits, currency));
}
