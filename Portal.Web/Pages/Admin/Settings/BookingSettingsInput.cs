using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
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

    /// <returns>Null when something cannot be read; <paramref name="problems"/> says what to write instead.</returns>
    public BookingSettings? Read(ModelStateDictionary problems)
    {
        var hold = Said(Minutes(), nameof(HoldMinutes), "Write a whole number of minutes.", problems);
        var lowest = Said(MinorUnits(LowestPrice), nameof(LowestPrice), PriceWords(), problems);
        var highest = Said(MinorUnits(HighestPrice), nameof(HighestPrice), PriceWords(), problems);
        var reminders = ReminderWords.Read(Reminders);
        if (reminders is null)
            problems.AddModelError($"Input.{nameof(Reminders)}", "Write them like 1 day, 1 hour, 15 minutes.");
        return hold is { } minutes && lowest is { } least && highest is { } most && reminders is not null
            ? new BookingSettings(Duration.FromMinutes(minutes), Code, least, most, reminders)
            : null;
    }

    public static (string Field, string Words) WordsOf(BookingSettingsProblem problem) => problem switch
    {
        BookingSettingsProblem.HoldLengthOutOfRange => (nameof(HoldMinutes), "Take 1 to 30 minutes."),
        BookingSettingsProblem.CurrencyMalformed => (nameof(Currency), "Take the three letters of a currency, like EUR."),
        BookingSettingsProblem.LowestPriceOutOfRange => (nameof(LowestPrice), "Take 0 or more, and not over a million."),
        BookingSettingsProblem.HighestPriceBelowLowest => (nameof(HighestPrice), "The highest price is below the lowest."),
        BookingSettingsProblem.TooManyReminders => (nameof(Reminders), $"Take {Portal.Core.Organizations.Reminders.Most} at most."),
        BookingSettingsProblem.ReminderOutOfRange => (nameof(Reminders), "Take 5 minutes to 30 days for each."),
        BookingSettingsProblem.ReminderTwice => (nameof(Reminders), "Two of them are the same."),
        _ => (nameof(HighestPrice), "Take more than 0, and not over a million."),
    };

    private static T? Said<T>(T? read, string field, string words, ModelStateDictionary problems)
        where T : struct
    {
        if (read is null)
            problems.AddModelError($"Input.{field}", words);
        return read;
    }

    private int? Minutes() => int.TryParse(HoldMinutes?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : null;

    private long? MinorUnits(string? text) => MoneyWords.Read(text, Code)?.MinorUnits;

    private string PriceWords() => MoneyWords.DigitsOf(Code) == 0 ? "Write an amount without a point, like 25." : "Write an amount like 25.00.";

    private static string Written(long minorUnits, string currency) => MoneyWords.AmountOf(new Money(minorUnits, currency));
}
