using Portal.Core.Notifications;

namespace Portal.Web.Pages.Shared;

internal static class ResendWords
{
    public static PageNotice NoticeOf(SendAgainOutcome outcome) => outcome switch
    {
        SendAgainOutcome.OnTheWay { Count: 1 } => new PageNotice("success", "The email is on its way again."),
        SendAgainOutcome.OnTheWay several => new PageNotice("success", $"{several.Count} emails are on their way again."),
        _ => new PageNotice("info", "There is nothing to send again: it is on its way already, or the meeting is over."),
    };
}
