using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.WaitingRoom;

namespace Portal.Web.Api;

/// <summary>Where a visitor stands at the door. Never anything that opens the call.</summary>
/// <param name="Place">1 for who is next; null for somebody who does not wait.</param>
/// <param name="TurnAt">When it is their turn, as far as it can be told; null when nothing tells.</param>
/// <param name="TurnMinutes">Until then, a started minute counted.</param>
/// <param name="PlaceKeptUntil">Their page fell silent: entering again before this keeps the place.</param>
/// <param name="RetryAt">Declined, they may not ask again before this.</param>
public sealed record DoorAnswer(
    Guid BookingId,
    BookingStatus BookingStatus,
    Admission Admission,
    int? Place,
    string? WaitingSince,
    string? TurnAt,
    int? TurnMinutes,
    HostState HostState,
    string HostName,
    string? HostMessage,
    string? HostMessageAt,
    string? RejectionReason,
    string? ComeBackAt,
    string? RetryAt,
    string? PlaceKeptUntil,
    string OpensAt,
    string StartsAt,
    string EndsAt)
{
    public static DoorAnswer Of(WaitingPlace place, Instant now)
    {
        var waits = place.Admission == Admission.Waiting;
        var turn = (place.Estimate(now) as TurnEstimate.At)?.Moment;
        return new DoorAnswer(
            place.BookingId, place.BookingStatus, place.Admission, waits ? place.Before.People + 1 : null,
            waits ? place.WaitingSince?.ToString() : null, turn?.ToString(), turn is { } at ? (int)Math.Ceiling((at - now).TotalMinutes) : null,
            place.HostState(now), place.HostName, place.HostMessage, place.HostMessageAt?.ToString(), place.DeclinedReason,
            place.ComeBackAt?.ToString(), place.RetryAt?.ToString(), place.KeptUntil?.ToString(),
            (place.StartsAt - JoinWindow.OpensBefore).ToString(), place.StartsAt.ToString(), place.EndsAt.ToString());
    }
}
