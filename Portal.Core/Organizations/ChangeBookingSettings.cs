using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Persistence;

namespace Portal.Core.Organizations;

/// <summary>Forms opened and sessions offered from now on follow the new settings; what exists stays as it is.</summary>
public sealed class ChangeBookingSettings(PortalDbContext db, AvailabilityCache cache, IClock clock)
{
    public const int ShortestHoldMinutes = 1;
    public const int LongestHoldMinutes = 30;

    /// <summary>In minor units; a price beyond it is a slip of the keyboard.</summary>
    public const long HighestPrice = 100_000_000;

    /// <returns>What cannot be taken, and then nothing was changed; empty when everything was.</returns>
    public async Task<IReadOnlyList<BookingSettingsProblem>> RunAsync(ChangeBookingSettingsRequest request, CancellationToken ct)
    {
        var settings = request.Settings;
        if (ProblemsOf(settings).ToList() is { Count: > 0 } problems)
            return problems;
        await db.ChangeSettingsAsync(request.By, "organization.booking_changed", clock.GetCurrentInstant(), organization =>
        {
            (organization.HoldLength, organization.Currency) = (settings.HoldLength, settings.Currency);
            (organization.LowestPrice, organization.HighestPrice) = (settings.LowestPrice, settings.HighestPrice);
            organization.Reminders = [.. settings.Reminders.OrderDescending()];
        }, ct);
        cache.Clear();
        return [];
    }

    private static IEnumerable<BookingSettingsProblem> ProblemsOf(BookingSettings settings)
    {
        if (settings.HoldLength < Duration.FromMinutes(ShortestHoldMinutes) || settings.HoldLength > Duration.FromMinutes(LongestHoldMinutes))
            yield return BookingSettingsProblem.HoldLengthOutOfRange;
        if (settings.Currency.Length != 3 || !settings.Currency.All(char.IsAsciiLetterUpper))
            yield return BookingSettingsProblem.CurrencyMalformed;
        if (settings.LowestPrice is < 0 or > HighestPrice)
            yield return BookingSettingsProblem.LowestPriceOutOfRange;
        if (settings.HighestPrice is <= 0 or > HighestPrice)
            yield return BookingSettingsProblem.HighestPriceOutOfRange;
        else if (settings.HighestPrice < settings.LowestPrice)
            yield return BookingSettingsProblem.HighestPriceBelowLowest;
        if (settings.Reminders.Count > Reminders.Most)
            yield return BookingSettingsProblem.TooManyReminders;
        else if (settings.Reminders.Any(before => before < Reminders.Shortest || before > Reminders.Longest))
            yield return BookingSettingsProblem.ReminderOutOfRange;
        else if (settings.Reminders.Distinct().Count() < settings.Reminders.Count)
            yield return BookingSettingsProblem.ReminderTwice;
    }
}
