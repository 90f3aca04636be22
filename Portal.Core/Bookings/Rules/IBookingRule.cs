using NodaTime;
using Portal.Core.MeetingTypes;

namespace Portal.Core.Bookings.Rules;

internal interface IBookingRule
{
    /// <returns>Null when nothing speaks against it.</returns>
    Task<BookSlotOutcome?> FindRefusalAsync(BookingAttempt attempt, CancellationToken ct);
}

/// <param name="Type">With its questions.</param>
internal sealed record BookingAttempt(MeetingType Type, BookSlotRequest Request, Instant Now);
