using Portal.Core.Bookings;
using Portal.Core.Time;
using Portal.Web.Htmx;

namespace Portal.Web.Pages.Meetings;

/// <summary>Where a meeting to come stands at this moment.</summary>
/// <param name="Countdown"><c>Starts in 5 minutes</c></param>
/// <param name="CanJoin">The button is enabled; else <paramref name="JoinHint"/> says when it will be.</param>
public sealed record MeetingState(string Countdown, bool CanJoin, string JoinHint, string Version)
{
    public static MeetingState Of(VisitorMeeting meeting)
    {
        var countdown = meeting.Now < meeting.StartsAt ? MeetingTime.Until(meeting.StartsAt - meeting.Now)
            : meeting.Status == BookingStatus.InProgress ? "Running now"
            : $"Started {MeetingTime.Wait(meeting.Now - meeting.StartsAt)} ago";
        var hint = meeting.Status == BookingStatus.Pending
            ? $"Available once {meeting.OrganizationName} has confirmed the meeting"
            : $"Available {JoinWindow.OpensBefore.TotalMinutes} minutes before start";
        return new MeetingState(
            countdown, meeting.CanJoin, hint, FragmentVersion.Of(meeting.Sequence, meeting.Status, meeting.CanJoin, countdown));
    }
}
