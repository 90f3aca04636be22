using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Time;
using Portal.Core.Video;

namespace Portal.Web.Pages.Meetings;

/// <summary>Why somebody cannot join now, and what they can do instead.</summary>
public sealed record CallRefusalWords(string Icon, string Title, string Advice)
{
    public static CallRefusalWords For(JoinCallOutcome refusal, CallView call, Instant now) => refusal switch
    {
        JoinCallOutcome.TooEarly early => new(
            "clock",
            "You are a little early",
            $"{MeetingTime.Until(call.StartsAt - now)}. The call opens 15 minutes before, at {Moment(early.OpensAt, call.Zone)}."),
        JoinCallOutcome.MeetingOver { Status: BookingStatus.Cancelled } => new("circle-x", "This meeting was cancelled", "There is no call to join."),
        JoinCallOutcome.MeetingOver { Status: BookingStatus.Rejected } => new("circle-x", "This meeting was declined", "There is no call to join."),
        JoinCallOutcome.MeetingOver => new(
            "circle-check",
            "This meeting is over",
            call.ReaderIsStaff ? "Its room is closed." : $"Thank you for your time. If something is still open, {call.OrganizationName} is glad to meet again."),
        JoinCallOutcome.NotAdmitted { Admission: Admission.Declined } => new(
            "hourglass", "You were not let in this time", "Go back to the waiting room to see why, and to ask again."),
        JoinCallOutcome.NotAdmitted => new(
            "hourglass", "Please wait to be let in", "Go back to the waiting room: it opens the call by itself as soon as somebody lets you in."),
        _ => new("hourglass", "This meeting is not confirmed yet", "It can be joined once it is."),
    };

    /// <summary>For a visitor whose cookie is gone; the same whether or not there is such a meeting.</summary>
    public static CallRefusalWords UnknownVisitor { get; } = new(
        "mail", "Open your link once more", "This browser does not know who you are. The link in your email leads to your meeting, and from there into the call.");

    private static string Moment(Instant at, DateTimeZone zone)
    {
        var local = at.InZone(zone);
        return $"{MeetingTime.Clock(local.TimeOfDay)} on {MeetingTime.Day(local.Date)} ({MeetingTime.ZoneName(zone)})";
    }
}
