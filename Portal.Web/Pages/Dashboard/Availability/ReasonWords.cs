using NodaTime;
using Portal.Core.Availability.Editing;
using Portal.Core.Scheduling;
using Portal.Core.Time;

namespace Portal.Web.Pages.Dashboard.Availability;

/// <summary>Why a time is not offered (N3), in words for staff: all of it. Visitors get a <see cref="Shared.PoliteReason"/>.</summary>
public static class ReasonWords
{
    public static string ForStaff(ExplainedReason explained, ExplainedTime time)
    {
        var sentence = Sentence(explained, time);
        return explained.OtherHost is { } name ? $"{name}: {sentence}" : sentence;
    }

    /// <summary>Of a free time that is not offered, so that there is nothing in the way to name.</summary>
    public static string ForStaff(Reason reason, Instant start, DateTimeZone zone, Instant now) =>
        Sentence(new ExplainedReason(reason, null, null), new ExplainedTime("", zone, start.InZone(zone).LocalDateTime, now, []));

    private static string Sentence(ExplainedReason explained, ExplainedTime time)
    {
        var reason = explained.Reason;
        return reason.Kind switch
        {
            ReasonKind.DoesNotExist => $"The clock in {MeetingTime.ZoneName(time.Zone)} skips {MeetingTime.Clock(time.At.TimeOfDay)} on {Day(reason)}.",
            ReasonKind.NoHosts => "Nobody holds this meeting type.",
            ReasonKind.HostAway => $"{Day(reason)} is a day off{Named(reason)}.",
            ReasonKind.Holiday => $"{Day(reason)} is a public holiday{Named(reason)}.",
            ReasonKind.Override => reason.Hours.IsEmpty
                ? $"{Day(reason)} is closed{Named(reason)}."
                : $"{Day(reason)} has hours of its own{Named(reason)}: {Hours(reason)}. The whole meeting must fit into them.",
            ReasonKind.OutsideHours => reason.Hours.IsEmpty
                ? $"There are no hours on {reason.Day!.Value.DayOfWeek}s."
                : $"The hours of {reason.Day!.Value.DayOfWeek}s are {Hours(reason)}. The whole meeting must fit into them.",
            ReasonKind.BetweenStarts => "The time lies within the hours, but no meeting starts at this minute.",
            ReasonKind.Notice => reason.From <= time.Now
                ? "The time is past."
                : $"It is too soon: the type needs notice, so the first time is {Moment(reason.From!.Value, time)} or later.",
            ReasonKind.Horizon => reason.Until is { } until
                ? $"It is too far ahead: times are offered until {Day(until, time)}."
                : $"The type is offered from {Moment(reason.From!.Value, time)} on.",
            ReasonKind.Held => $"Somebody has the booking form open for {Taken(reason, time)}. If they do not book, it is free again in a few minutes.",
            ReasonKind.Calendar => $"A connected calendar has an entry, {Taken(reason, time)}.",
            ReasonKind.Busy => $"{Meeting(explained, time)} is in the way{WithBuffers(explained, time)}.",
            ReasonKind.Buffer => $"The meeting would fit, but its buffers would run into another: {Meeting(explained, time)}.",
            ReasonKind.Limit => $"The limit of {reason.Limit} {(reason.Limit == 1 ? "meeting" : "meetings")} a {(reason.Period == LimitPeriod.Day ? "day" : "week")} "
                + $"{(reason.HostId is null ? "of this type " : "")}is reached {(reason.Period == LimitPeriod.Day ? "on" : "in the week of")} {Day(reason)}.",
            ReasonKind.Capacity => $"All {reason.Limit} places of the group meeting are taken.",
            ReasonKind.SessionsOnly => "This type is offered at single sessions only, and there is none at this time.",
            _ => throw new ArgumentOutOfRangeException(nameof(explained), reason.Kind, "Not a reason."),
        };
    }

    private static string Day(Reason reason) => MeetingTime.Day(reason.Day!.Value);

    // the moment is where the first day that is too late begins
    private static string Day(Instant until, ExplainedTime time) =>
        MeetingTime.Day((until - Duration.Epsilon).InZone(time.Zone).Date, time.At.Date);

    private static string Named(Reason reason) => string.IsNullOrWhiteSpace(reason.Name) ? "" : $" ({reason.Name})";

    private static string Hours(Reason reason) => string.Join(" and ", reason.Hours.Select(RangeReading.Write));

    private static string Moment(Instant moment, ExplainedTime time) => MeetingTime.Moment(moment, time.Zone);

    private static string Taken(Reason reason, ExplainedTime time) =>
        MeetingTime.Range(reason.Blocking!.Value.Start, reason.Blocking.Value.End, time.Zone, time.At.Date);

    private static string Meeting(ExplainedReason explained, ExplainedTime time) => explained.Blocker switch
    {
        { IsElsewhere: true } => "A meeting in another organisation",
        { Visitor: { } visitor } meeting => $"{meeting.MeetingName} with {visitor}, {MeetingTime.Range(meeting.Start, meeting.End, time.Zone, time.At.Date)},",
        { IsHeld: true } => "A time somebody is just booking",
        _ => $"What is booked {Taken(explained.Reason, time)}",
    };

    private static string WithBuffers(ExplainedReason explained, ExplainedTime time) =>
        explained is { Blocker: { IsElsewhere: false } meeting, Reason.Blocking: { } taken } && (taken.Start, taken.End) != (meeting.Start, meeting.End)
            ? $"; with its buffers it takes {MeetingTime.Clock(taken.Start.InZone(time.Zone).TimeOfDay)}–{MeetingTime.Clock(taken.End.InZone(time.Zone).TimeOfDay)}"
            : "";
}
