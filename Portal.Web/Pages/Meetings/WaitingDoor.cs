using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Time;
using Portal.Core.WaitingRoom;
using Portal.Web.Htmx;

namespace Portal.Web.Pages.Meetings;

/// <summary>The door of a meeting as its visitor finds it at this moment, in one browser.</summary>
/// <param name="Heading">Their place; with <see cref="TurnWords.About"/> also the tab's title, so that another tab can be looked at meanwhile.</param>
/// <param name="Waited">How long, to the minute: most polls change nothing.</param>
/// <param name="Turn">Null for somebody who does not wait.</param>
/// <param name="MayRetry">Declined, and the time to ask again has come.</param>
/// <param name="SameUntil">As long as nothing is changed, it looks the same before this moment.</param>
public sealed record WaitingDoor(
    DoorState State, WaitingPlace Place, BrowserStanding Standing, string Heading, string Waited, HostState Host, TurnWords? Turn, bool IsHostLate, bool MayRetry, Instant SameUntil)
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    public string Title => Turn?.About is { } about ? $"{Heading} · {about}" : Heading;

    public string Version => FragmentVersion.Of(
        State, Standing, Heading, Waited, Host, Turn?.About, Turn?.Sentence, IsHostLate, MayRetry, Place.HostName, Place.DeclinedReason, Place.RetryAt, Place.ComeBackAt,
        Place.HostMessage, Place.HostMessageAt, Place.MayChat, Place.LastChatId, Place.StartsAt, Place.BookingStatus);

    /// <summary>How often it is worth asking; null when nothing will change any more.</summary>
    public int? PollSeconds => State switch
    {
        DoorState.Waiting or DoorState.Admitted => 3,
        DoorState.Over => null,
        DoorState.Declined or DoorState.Away => 10,
        _ => 20,
    };

    /// <summary>Another browser acts for the visitor: what is between them and the host is not shown here.</summary>
    public bool IsStranger => !Standing.ActsForVisitor();

    /// <summary>Where nothing else leads this browser to the code that makes it the visitor's.</summary>
    public bool AsksForCode => State switch
    {
        DoorState.Waiting or DoorState.Admitted or DoorState.Declined => IsStranger,
        DoorState.Open or DoorState.Away => Standing == BrowserStanding.Unverified,
        _ => false,
    };

    public bool ShowsChat => State == DoorState.Waiting && Place.MayChat && !IsStranger;

    public static WaitingDoor Of(WaitingPlace place, BrowserStanding standing, Instant now)
    {
        var state = StateOf(place, now);
        var waits = state == DoorState.Waiting;
        var host = place.HostState(now);
        var estimate = waits ? place.Estimate(now) : null;
        var ahead = place.Before.People;
        var heading = state switch
        {
            DoorState.Over => EndingWords.Of(place.BookingStatus, place.HostName, place.OrganizationName).Title,
            DoorState.Admitted => "You can come in",
            DoorState.Waiting when ahead == 0 => "You are next",
            DoorState.Waiting => $"{ahead} before you",
            DoorState.Away => "Your place is kept",
            DoorState.Declined => "You were not let in this time",
            DoorState.Open => "Your meeting is ready to join",
            _ => "You are early",
        };
        return new WaitingDoor(
            state, place, standing, heading, waits && place.WaitingSince is { } since ? MeetingTime.Wait(now - since) : "", host,
            estimate is null ? null : TurnWords.Of(estimate, place, host, now),
            IsHostLate: waits && place.IsHostLate(now),
            MayRetry: state == DoorState.Declined && (place.RetryAt is not { } retry || now >= retry),
            waits ? SameWhileWaiting(place, estimate!, now) : now);
    }

    private static DoorState StateOf(WaitingPlace place, Instant now) => place switch
    {
        _ when place.IsOver(now) => DoorState.Over,
        { Admission: Admission.Admitted } => DoorState.Admitted,
        { Admission: Admission.Waiting } => DoorState.Waiting,
        { Admission: Admission.Declined } => DoorState.Declined,
        { BookingStatus: BookingStatus.Pending } => DoorState.TooEarly,
        _ when now < place.StartsAt - JoinWindow.OpensBefore => DoorState.TooEarly,
        _ => place.IsPlaceKept(now) ? DoorState.Away : DoorState.Open,
    };

    private static Instant SameWhileWaiting(WaitingPlace place, TurnEstimate estimate, Instant now)
    {
        var sight = place.Host.SawTheDoorAt + DoorHost.SeesFor;
        Instant?[] changes =
        [
            NextMinute(place.WaitingSince, now),
            estimate is TurnEstimate.At turn ? NextMinute(turn.Moment, now) : null,
            estimate is TurnEstimate.RunsOver over ? NextMinute(over.PlannedEnd, now) : null,
            place.StartsAt > now ? place.StartsAt : null,
            place.EndsAt > now ? place.EndsAt : null,
            sight > now ? sight : null,
            place.LateFrom > now ? place.LateFrom : null,
        ];
        return changes.Min() ?? now;
    }

    /// <summary>When the whole minutes since a moment, or until it, are others than now.</summary>
    private static Instant? NextMinute(Instant? moment, Instant now)
    {
        if (moment is not { } from)
            return null;
        var minutes = Math.Floor((now - from) / Minute) + 1;
        return from + (Minute * minutes);
    }
}
