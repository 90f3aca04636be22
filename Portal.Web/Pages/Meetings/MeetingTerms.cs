using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Time;

namespace Portal.Web.Pages.Meetings;

/// <summary>Until when a visitor can still move or cancel, in words; nothing where no term was set.</summary>
public static class MeetingTerms
{
    public static IReadOnlyList<string> Of(VisitorMeeting meeting) => [.. Moving(meeting), .. Cancelling(meeting)];

    private static IEnumerable<string> Moving(VisitorMeeting meeting)
    {
        if (meeting.Policy.MostMoves == 0)
            yield return "This meeting cannot be moved.";
        else if (meeting.MovesLeft == 0)
            yield return "It was moved as often as it can be.";
        else if (meeting.Policy.MoveUntil > Duration.Zero)
            yield return Until("moved", meeting.MoveBefore, meeting);
    }

    private static IEnumerable<string> Cancelling(VisitorMeeting meeting)
    {
        if (meeting.Policy.CancelUntil > Duration.Zero)
            yield return Until("cancelled", meeting.CancelBefore, meeting);
    }

    private static string Until(string act, Instant before, VisitorMeeting meeting) =>
        $"It {(meeting.Now < before ? "can" : "could")} be {act} until {MeetingTime.Moment(before, meeting.Zone)}.";
}
