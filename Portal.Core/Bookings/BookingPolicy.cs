using NodaTime;
using Portal.Core.MeetingTypes;

namespace Portal.Core.Bookings;

/// <summary>What the policy of its type lets a visitor do with a booking, and until when (F3).</summary>
public static class BookingPolicy
{
    /// <summary>The moment from which a visitor can no longer cancel.</summary>
    public static Instant CancelBefore(Booking booking, MeetingPolicy policy) =>
        policy.CancelUntil > Duration.Zero ? booking.StartsAt - policy.CancelUntil : booking.EndsAt;

    /// <summary>The moment from which a visitor can no longer move it.</summary>
    public static Instant MoveBefore(Booking booking, MeetingPolicy policy) => booking.StartsAt - policy.MoveUntil;

    /// <summary>How often a visitor may still move it; null for any number.</summary>
    public static int? MovesLeft(Booking booking, MeetingPolicy policy) =>
        policy.MostMoves is { } most ? Math.Max(0, most - booking.VisitorMoves) : null;
}
