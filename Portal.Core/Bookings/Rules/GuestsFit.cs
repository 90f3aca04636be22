using System.Net.Mail;

namespace Portal.Core.Bookings.Rules;

/// <summary>Guests are addresses a mail can be sent to, and not a mailing list.</summary>
internal sealed class GuestsFit : IBookingRule
{
    public const int Most = 10;

    private const int LongestAddress = 254;

    public Task<BookSlotOutcome?> FindRefusalAsync(BookingAttempt attempt, CancellationToken ct)
    {
        var wrong = attempt.Request.Guests.Where(guest => !IsInbox(guest)).ToList();
        return Task.FromResult<BookSlotOutcome?>(
            wrong.Count > 0 || attempt.Request.Guests.Count > Most ? new BookSlotOutcome.GuestsRefused(wrong, Most) : null);
    }

    private static bool IsInbox(string text) =>
        text.Length <= LongestAddress && MailAddress.TryCreate(text, out var address) && address.Address == text;
}
