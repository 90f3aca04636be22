using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
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

    public async Task<ChangeBookingSettingsOutcome> RunAsync(ChangeBookingSettingsRequest request, CancellationToken ct)
    {
        var settings = request.Settings;
        if (ProblemsOf(settings).ToList() is { Count: > 0 } problems)
            return new ChangeBookingSettingsOutcome.Refused(problems);

        var organization = await db.Organizations.SingleAsync(organization => organization.Id == request.By.OrganizationId, ct);
        (organization.HoldLength, organization.Currency) = (settings.HoldLength, settings.Currency);
        (organization.LowestPrice, organization.HighestPrice) = (settings.LowestPrice, settings.HighestPrice);
        organization.Reminders = [.. settings.Reminders.OrderDescending()];
        db.AuditEntries.Add(AuditEntry.Of(organization.Id, "organization.booking_changed", request.By.AsActor(), clock.GetCurrentInstant()));
        await db.SaveChangesAsync(ct);
        cache.Clear();
        return new ChangeBookingSettingsOutcome.Changed();
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
