using Portal.Core.Notifications;
using Portal.Web.Htmx;
using Portal.Web.Pages.Shared;

namespace Portal.Web.Pages.Dashboard;

/// <summary>What <c>_Failed</c> shows: a notice for each meeting whose mails were refused.</summary>
public sealed record UndeliveredView(IReadOnlyList<UndeliveredNotice> Meetings)
{
    public string Version => FragmentVersion.Of([.. Meetings.SelectMany(meeting => meeting.Mails)]);

    public static UndeliveredView Of(IReadOnlyList<UndeliveredMail> mails) =>
        new([.. mails.GroupBy(mail => mail.BookingId).Select(meeting => new UndeliveredNotice([.. meeting], null))]);
}
