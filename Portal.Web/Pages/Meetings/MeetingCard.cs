using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Time;

namespace Portal.Web.Pages.Meetings;

/// <summary>A meeting to come in the visitor's list (A9, A10).</summary>
/// <param name="Countdown"><c>Starts in 5 minutes</c></param>
/// <param name="Hint">When it can be joined.</param>
public sealed record MeetingCard(Guid Id, string Title, string When, BookingStatus Status, string Countdown, bool CanJoin, string Hint)
{
    public static MeetingCard Of(OwnMeeting meeting, Instant now, ClockStyle clock) => new(
        meeting.BookingId,
        $"{meeting.TypeName} with {meeting.HostName}",
        MeetingTime.RangeWithZone(meeting.StartsAt, meeting.EndsAt, meeting.Zone, now.InZone(meeting.Zone).Date, clock: clock),
        meeting.Status,
        now < meeting.StartsAt ? MeetingTime.Until(meeting.StartsAt - now)
            : meeting.Status == BookingStatus.InProgress ? "Running now"
            : $"Started {MeetingTime.Wait(now - meeting.StartsAt)} ago",
        meeting.CanJoin,
        meeting.Status == BookingStatus.Pending
            ? $"Available once {meeting.OrganizationName} has confirmed the meeting"
            : $"Available {JoinWindow.OpensBefore.TotalMinutes} minutes before start");
}
