using NodaTime;
using Portal.Core.Organizations;
using Portal.Core.Time;
using Portal.Core.WaitingRoom;
using Portal.Web.Htmx;

namespace Portal.Web.Pages.Shared;

/// <summary>What <c>_WaitingPanel</c> shows.</summary>
/// <param name="ReturnUrl">Where a decision leads without JavaScript; null for the dashboard.</param>
/// <param name="News">What came of the decision just made.</param>
public sealed record WaitingView(IReadOnlyList<WaitingView.Row> Rows, string? ReturnUrl, PageNotice? News = null)
{
    // long enough to be seen by somebody who looks up because of the sound
    private static readonly Duration NewFor = Duration.FromSeconds(30);

    public string Version => FragmentVersion.Of([.. Rows]);

    public static WaitingView Of(IReadOnlyList<WaitingVisitor> visitors, CurrentMember member, Instant now, string? returnUrl, PageNotice? news = null) => new(
        [.. visitors.Select(visitor => new Row(
            visitor.ParticipantId,
            visitor.Name,
            visitor.MeetingName,
            MeetingTime.Clock(visitor.StartsAt.InZone(member.Zone).TimeOfDay),
            visitor.HostIds.Contains(member.UserId) ? null : visitor.HostName,
            MeetingTime.Clock(visitor.WaitingSince.InZone(member.Zone).TimeOfDay),
            MeetingTime.Wait(now - visitor.WaitingSince),
            now - visitor.WaitingSince < NewFor,
            visitor.Article,
            visitor.Notes))],
        returnUrl,
        news);

    /// <param name="Host">Null for the reader's own meeting.</param>
    public sealed record Row(
        Guid ParticipantId,
        string Name,
        string Meeting,
        string StartsAt,
        string? Host,
        string Since,
        string Wait,
        bool IsNew,
        string? Article,
        string Notes);
}
