using NodaTime;
using Portal.Core.Availability;
using Portal.Core.MeetingTypes;
using Portal.Core.Time;

namespace Portal.Web.Pages.Book;

/// <summary>The terms of a meeting type, said before it is booked (F3).</summary>
public static class PolicyWords
{
    public static IEnumerable<string> Of(BookableMeeting meeting)
    {
        if (meeting.NeedsApproval)
            yield return $"{meeting.OrganizationName} confirms it first; the time is kept for you";
        foreach (var words in Of(meeting.Policy))
            yield return words;
    }

    public static IEnumerable<string> Of(MeetingPolicy policy)
    {
        if (policy.CancelUntil > Duration.Zero)
            yield return $"Can be cancelled until {MeetingTime.Wait(policy.CancelUntil)} before";
        if (policy.MostMoves == 0)
            yield return "Cannot be moved";
        else if (policy.MoveUntil > Duration.Zero || policy.MostMoves is not null)
            yield return $"Can be moved{Times(policy.MostMoves)}{Until(policy.MoveUntil)}";
    }

    private static string Times(int? most) => most switch
    {
        null => "",
        1 => " once",
        2 => " twice",
        _ => $" {most} times",
    };

    private static string Until(Duration before) => before > Duration.Zero ? $" until {MeetingTime.Wait(before)} before" : "";
}
