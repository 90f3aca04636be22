using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Time;
using Portal.Web.Pages.Dashboard.Availability;

namespace Portal.Web.Pages.Dashboard.Bookings;

/// <summary>Why a meeting was not moved yet, and what can be chosen.</summary>
/// <param name="Kind">Of the notice.</param>
/// <param name="Reasons">A sentence each.</param>
/// <param name="Choices">Moments to move to instead.</param>
/// <param name="Anyway">The moment it is moved to all the same; null when it cannot be.</param>
public sealed record MoveQuestion(string Kind, string Title, IReadOnlyList<string> Reasons, IReadOnlyList<Instant> Choices, Instant? Anyway = null)
{
    public static readonly MoveQuestion NotMovable = new("warning", "This meeting can no longer be moved", ["It has begun, is over or was called off."], []);

    public static MoveQuestion WhichOf(IReadOnlyList<Instant> moments) => new("warning", "This time comes twice that day. Which one?", [], moments);

    public static MoveQuestion Of(RescheduleBookingOutcome.OutsideOffer outside, Instant start, DateTimeZone zone, Instant now) => new(
        "warning", $"{MeetingTime.Moment(start, zone)} is not a time visitors are offered",
        [.. outside.Reasons.Select(reason => ReasonWords.ForStaff(reason, start, zone, now)).Distinct()], [], start);

    public static MoveQuestion Of(RescheduleBookingOutcome.SlotTaken taken, Instant start, DateTimeZone zone) => new(
        "error", $"{MeetingTime.Moment(start, zone)} is not free", ["The meeting is still where it was."], [.. taken.Nearest.Select(slot => slot.Start)]);
}
