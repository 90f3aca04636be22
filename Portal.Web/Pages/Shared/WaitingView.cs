using NodaTime;
using Portal.Core.Organizations;
using Portal.Core.Time;
using Portal.Core.WaitingRoom;
using Portal.Web.Htmx;

namespace Portal.Web.Pages.Shared;

/// <summary>What <c>_WaitingPanel</c> shows.</summary>
/// <param name="Now">For the clocks that count on in the browser.</param>
/// <param name="ReturnUrl">Where a decision leads without JavaScript; null for the dashboard.</param>
/// <param name="News">What came of the decision just made.</param>
public sealed record WaitingView(IReadOnlyList<WaitingRow> Rows, Instant Now, string? ReturnUrl, PageNotice? News = null)
{
    /// <summary>The meeting whose call the reader is in: its visitors come first. Null for a reader who is in none.</summary>
    public Guid? CallOf { get; init; }

    /// <summary>What could not be taken, to be shown again where it was typed; null for nothing.</summary>
    public DoorTyped? Typed { get; init; }

    public string Version => FragmentVersion.Of([.. Rows, .. Strangers]);

    /// <summary>Whom "Admit all" lets in: the reader's own visitors, when there are several.</summary>
    public IReadOnlyList<WaitingRow> Together { get; } = Rows.Count(row => row.CanBeLetInTogether) > 1 ? [.. Rows.Where(row => row.CanBeLetInTogether)] : [];

    /// <summary>Who holds a visitor's link and may be anybody: shown, and not to be decided about.</summary>
    public IReadOnlyList<StrangerRow> Strangers { get; init; } = [];

    public object Route() => new { returnUrl = ReturnUrl, callOf = CallOf };

    public static WaitingView Of(
        PeopleAtTheDoor door, CurrentMember member, Instant now, string? returnUrl, PageNotice? news = null, Guid? callOf = null) =>
        new([.. door.Waiting.OrderByDescending(visitor => visitor.BookingId == callOf).Select(visitor => WaitingRow.Of(visitor, member, now))], now, returnUrl, news)
        {
            CallOf = callOf,
            Strangers = [.. door.Strangers.Select(stranger => StrangerRow.Of(stranger, member))],
        };
}

/// <param name="Host">Null for the reader's own meeting.</param>
/// <param name="Answers">Question and answer to a line; empty for none.</param>
/// <param name="IsUnverified">Somebody opened the link on another device, and did not show the code from the mail.</param>
/// <param name="LateHost">The name of the host who should be there and is not; null while all is well.</param>
/// <param name="CanTakeOver">The reader may hold the meeting in the late host's place.</param>
public sealed record WaitingRow(
    Guid ParticipantId,
    string Name,
    string Meeting,
    string StartsAt,
    string? Host,
    Instant WaitingSince,
    string Since,
    string Wait,
    bool IsNew,
    string? Article,
    string Notes,
    string Answers,
    string DeviceIcon,
    string Devices,
    string? HostMessage,
    bool IsUnverified,
    string? LateHost,
    bool CanTakeOver)
{
    // long enough to be seen by somebody who looks up because of the sound
    private static readonly Duration NewFor = Duration.FromSeconds(30);

    /// <summary>What they wrote last while they wait; null for nothing.</summary>
    public string? LastSaid { get; init; }

    /// <summary>The reader's own, and nothing about them asks for a look of its own.</summary>
    public bool CanBeLetInTogether => Host is null && !IsUnverified;

    public static WaitingRow Of(WaitingVisitor visitor, CurrentMember member, Instant now)
    {
        var isOwn = visitor.HostIds.Contains(member.UserId);
        var (icon, devices) = DeviceWords.Of(visitor.Camera, visitor.Microphone, visitor.Network);
        return new WaitingRow(
            visitor.ParticipantId,
            visitor.Name,
            visitor.MeetingName,
            MeetingTime.Clock(visitor.StartsAt.InZone(member.Zone).TimeOfDay),
            isOwn ? null : visitor.HostName,
            visitor.WaitingSince,
            MeetingTime.Clock(visitor.WaitingSince.InZone(member.Zone).TimeOfDay),
            MeetingTime.Wait(now - visitor.WaitingSince),
            now - visitor.WaitingSince < NewFor,
            visitor.Article,
            visitor.Notes,
            string.Join('\n', visitor.Answers.Select(answer => $"{answer.Question}: {StaffBooking.WordsOf(answer).ReplaceLineEndings(", ")}")),
            icon,
            devices,
            visitor.HostMessage,
            visitor.IsUnverified,
            visitor.IsHostLate && !isOwn ? visitor.HostName : null,
            CanTakeOver: visitor.IsHostLate && visitor.OtherHostIds.Contains(member.UserId))
        {
            LastSaid = visitor.LastSaid,
        };
    }
}

/// <param name="Name">Whose link it is.</param>
/// <param name="Host">Null for the reader's own meeting.</param>
public sealed record StrangerRow(Guid ParticipantId, string Name, string Meeting, string StartsAt, string? Host, string Since)
{
    public static StrangerRow Of(StrangerAtTheDoor stranger, CurrentMember member) => new(
        stranger.ParticipantId,
        stranger.Name,
        stranger.MeetingName,
        MeetingTime.Clock(stranger.StartsAt.InZone(member.Zone).TimeOfDay),
        stranger.HostIds.Contains(member.UserId) ? null : stranger.HostName,
        MeetingTime.Clock(stranger.Since.InZone(member.Zone).TimeOfDay));
}
