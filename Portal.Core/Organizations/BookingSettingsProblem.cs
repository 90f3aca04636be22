namespace Portal.Core.Organizations;

/// <summary>Which of the settings cannot be taken.</summary>
public enum BookingSettingsProblem
{
    HoldLengthOutOfRange,
    CurrencyMalformed,
    LowestPriceOutOfRange,
    HighestPriceBelowLowest,
    HighestPriceOutOfRange,
    TooManyReminders,
    ReminderOutOfRange,
    ReminderTwice,
}
