using NodaTime;
using Portal.Core.Bookings;

namespace Portal.Core.WaitingRoom;

/// <summary>What the waiting page shows a visitor.</summary>
/// <param name="DeclinedReason">In the host's words; null when none was given.</param>
/// <param name="ComeBackAt">When the host who declined asked them to come back.</param>
/// <param name="RetryAt">Declined, they may not ask again before this.</param>
/// <param name="KeptUntil">Their page fell silent: until then their place in the queue is kept.</param>
/// <param name="HostMessage">What a host told them while they wait.</param>
/// <param name="LateFrom">From this moment on the host counts as late; null while one of the staff is in the call.</param>
/// <param name="MayChat">The organisation lets visitors at the door write to the host.</param>
/// <param name="LastChatId">Of the latest message at this door; 0 for none.</param>
/// <param name="Browsers">Those that acted on the visitor's link, the first of them first.</param>
public sealed record WaitingPlace(
    Guid OrganizationId,
    Guid ParticipantId,
    Guid BookingId,
    BookingStatus BookingStatus,
    Admission Admission,
    Instant? WaitingSince,
    QueueBefore Before,
    DoorHost Host,
    string? DeclinedReason,
    Instant? ComeBackAt,
    Instant? RetryAt,
    Instant? KeptUntil,
    string? HostMessage,
    Instant? HostMessageAt,
    Instant? LateFrom,
    string MeetingName,
    string MeetingSlug,
    string OrganizationName,
    string OrganizationSlug,
    Instant StartsAt,
    Instant EndsAt,
    DateTimeZone VisitorZone,
    bool MayChat,
    long LastChatId,
    IReadOnlyList<BrowserAtDoor> Browsers)
{
    public string HostName => Host.Name;

    public bool IsOver(Instant now) => JoinWindow.IsOver(BookingStatus, EndsAt, now);

    public bool IsPlaceKept(Instant now) => now < KeptUntil;

    public bool IsHostLate(Instant now) => Admission == Admission.Waiting && now >= LateFrom;

    public HostState HostState(Instant now) => Host.StateFor(BookingId, now);

    /// <summary>Null for somebody who does not wait.</summary>
    public TurnEstimate? Estimate(Instant now) =>
        Admission == Admission.Waiting ? TurnEstimate.Of(StartsAt, BookingId, Before, Host, now) : null;

    /// <param name="browserId">From the visitor's cookie; null for a browser without one.</param>
    /// <param name="isRemembered">The cookie says that it acts for this visitor.</param>
    public BrowserStanding StandingOf(Guid? browserId, bool isRemembered)
    {
        if (isRemembered || Browsers.Count == 0)
            return isRemembered ? BrowserStanding.Own : BrowserStanding.First;
        var known = Browsers.FirstOrDefault(browser => browser.BrowserId == browserId);
        return known is null ? BrowserStanding.Elsewhere : known.IsVerified ? BrowserStanding.Own : BrowserStanding.Unverified;
    }
}

public sealed record BrowserAtDoor(Guid BrowserId, bool IsVerified);
