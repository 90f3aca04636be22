using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Time;
using Portal.Core.WaitingRoom;
using Portal.Web.Htmx;

namespace Portal.Web.Pages.Meetings;

/// <summary>The door of a meeting as its visitor finds it at this moment.</summary>
/// <param name="Heading">Also the tab's title, so that another tab can be looked at meanwhile.</param>
/// <param name="Waited">How long, to the minute: most polls change nothing.</param>
public sealed record WaitingDoor(DoorState State, WaitingPlace Place, string Heading, string Waited)
{
    public string Version => FragmentVersion.Of(State, Heading, Waited, Place.HostName, Place.DeclinedReason, Place.StartsAt, Place.BookingStatus);

    /// <summary>How often it is worth asking; null when nothing will change any more.</summary>
    public int? PollSeconds => State switch
    {
        DoorState.Waiting or DoorState.Admitted => 3,
        DoorState.Over => null,
        _ => 20,
    };

    public static WaitingDoor Of(WaitingPlace place, Instant now)
    {
        var state = place switch
        {
            { IsOver: true } => DoorState.Over,
            { Admission: Admission.Admitted } => DoorState.Admitted,
            { Admission: Admission.Waiting } => DoorState.Waiting,
            { Admission: Admission.Declined } => DoorState.Declined,
            { BookingStatus: BookingStatus.Pending } => DoorState.TooEarly,
            _ => now < place.StartsAt - JoinWindow.OpensBefore ? DoorState.TooEarly : DoorState.Open,
        };
        var heading = state switch
        {
            DoorState.Over => EndingWords.Of(place.BookingStatus, place.HostName, place.OrganizationName).Title,
            DoorState.Admitted => "You can come in",
            DoorState.Waiting when place.Ahead == 0 => "You are next",
            DoorState.Waiting => $"{place.Ahead} before you",
            DoorState.Declined => "You were not let in this time",
            DoorState.Open => "Your meeting is ready to join",
            _ => "You are early",
        };
        var waited = state == DoorState.Waiting && place.WaitingSince is { } since ? MeetingTime.Wait(now - since) : "";
        return new WaitingDoor(state, place, heading, waited);
    }
}
