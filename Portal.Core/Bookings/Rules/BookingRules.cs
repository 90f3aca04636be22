using Portal.Core.Persistence;

namespace Portal.Core.Bookings.Rules;

/// <summary>Everything that can refuse a booking besides the time itself, in order.</summary>
internal static class BookingRules
{
    private static IEnumerable<IBookingRule> InOrder(PortalDbContext db) =>
    [
        new AnswersFit(),
        new GuestsFit(),
        new UpcomingPerEmail(db),
    ];

    public static async Task<BookSlotOutcome?> FindRefusalAsync(PortalDbContext db, BookingAttempt attempt, CancellationToken ct)
    {
        foreach (var rule in InOrder(db))
            if (await rule.FindRefusalAsync(attempt, ct) is { } refusal)
                return refusal;
        return null;
    }
}
