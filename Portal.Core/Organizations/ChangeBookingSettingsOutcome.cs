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

public abstract record ChangeBookingSettingsOutcome
{
    private ChangeBookingSettingsOutcome()
    {
    }

    public sealed record Changed : ChangeBookingSettingsOutcome;

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(IReadOnlyList<BookingSettingsProblem> Problems) : ChangeBookingSettingsOutcome;
}
