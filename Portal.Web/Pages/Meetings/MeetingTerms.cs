using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Time;

namespace Portal.Web.Pages.Meetings;

/// <summary>Until when a visitor can still move or cancel, in words; nothing where no term was set.</summary>
public static class MeetingTerms
{
    public static IReadOnlyList<string> Of(VisitorMeeting meeting, ClockStyle clock) => [.. Moving(meeting, clock), .. Cancelling(meeting, clock)];

    private static IEnumerable<string> Moving(VisitorMeeting meeting, ClockStyle clock)
    {
        if (meeting.Policy.MostMoves == 0)
            yield return "This meeting cannot be moved.";
        else if (meeting.MovesLeft == 0)
            yield return "It was moved as often as it can be.";
        else if (meeting.Policy.MoveUntil > Duration.Zero)
            yield return Until("moved", meeting.MoveBefore, meeting, clock);
    }

    private static IEnumerable<string> Cancelling(VisitorMeeting meeting, ClockStyle clock)
    {
        if (meeting.Policy.CancelUntil > Duration.Zero)
            yield return Until("cancelled", meeting.CancelBefore, meeting, clock);
    }

    private static string Until(string act, Instant before, VisitorMeeting meeting, ClockStyle clock) =>
        $"It {(meeting.Now < before ? "can" : "could")} be {act} until {MeetingTime.Moment(before, meeting.Zone, clock: clock)}.";
}
