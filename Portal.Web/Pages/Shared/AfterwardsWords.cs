using Portal.Core.Bookings;
using Portal.Core.Bookings.Afterwards;

namespace Portal.Web.Pages.Shared;

/// <summary>What is said once somebody has noted what became of a meeting.</summary>
internal static class AfterwardsWords
{
    public static PageNotice NoticeOf(NoteResultOutcome outcome) => outcome is NoteResultOutcome.Noted
        ? new PageNotice("success", "Saved. It stands in the history of the meeting.")
        : new PageNotice("warning", "This meeting has not begun, or was called off; nothing was saved.");

    public static PageNotice NoticeOf(ReportNoShowOutcome outcome) => outcome switch
    {
        ReportNoShowOutcome.Reported => new PageNotice("success", "Noted as missed. For a day it can be taken back."),
        ReportNoShowOutcome.TooEarly => new PageNotice("warning", "The meeting has not begun yet; nothing was changed."),
        ReportNoShowOutcome.WasThere there => new PageNotice("warning", $"{string.Join(" and ", there.Names)} came, so it cannot be noted as missed."),
        _ => new PageNotice("warning", "It was called off, is noted as missed already, or ended more than a day ago; nothing was changed."),
    };

    public static PageNotice NoticeOf(TakeBackNoShowOutcome outcome) => outcome switch
    {
        TakeBackNoShowOutcome.TakenBack { Status: BookingStatus.Confirmed } => new PageNotice("success", "Taken back: the meeting is on again."),
        TakeBackNoShowOutcome.TakenBack => new PageNotice("success", "Taken back: the meeting counts as held."),
        TakeBackNoShowOutcome.NotYours => new PageNotice("warning", "Somebody else noted it; nothing was changed."),
        _ => new PageNotice("warning", "It is not noted as missed, or ended more than a day ago; nothing was changed."),
    };
}
