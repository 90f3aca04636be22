using NodaTime;
using Portal.Core.Scheduling;
using Portal.Core.Time;

namespace Portal.Web.Pages.Dashboard.Bookings;

/// <summary>Why a time that is free is not offered, a sentence for each reason.</summary>
internal static class OutsideOfferWords
{
    public static IReadOnlyList<string> Of(IEnumerable<Reason> reasons, DateTimeZone zone) => [.. reasons.Select(reason => Of(reason, zone)).Distinct()];

    private static string Of(Reason reason, DateTimeZone zone) => reason.Kind switch
    {
        ReasonKind.HostAway => $"It is a day off{Named(reason)}.",
        ReasonKind.Holiday => $"It is a public holiday{Named(reason)}.",
        ReasonKind.Override when reason.Hours.IsEmpty => $"That day is closed{Named(reason)}.",
        ReasonKind.Override => $"That day has hours of its own{Named(reason)}: {Hours(reason)}.",
        ReasonKind.OutsideHours when reason.Hours.IsEmpty => "There are no hours on that day.",
        ReasonKind.OutsideHours => $"It is outside the hours, {Hours(reason)}.",
        ReasonKind.BetweenStarts => "Meetings of this type start at other minutes.",
        ReasonKind.Notice => "It is sooner than visitors can book.",
        ReasonKind.Horizon when reason.From is { } from => $"The type is offered from {MeetingTime.Moment(from, zone)} on.",
        ReasonKind.Horizon => "It is further ahead than visitors can book.",
        ReasonKind.Calendar => "A connected calendar has an entry then.",
        ReasonKind.Limit => $"The limit of {reason.Limit} a {(reason.Period == LimitPeriod.Day ? "day" : "week")} is reached.",
        ReasonKind.SessionsOnly => "This type is offered at single sessions only.",
        _ => "Visitors cannot book this time.",
    };

    private static string Named(Reason reason) => string.IsNullOrWhiteSpace(reason.Name) ? "" : $" ({reason.Name})";

    private static string Hours(Reason reason) => string.Join(" and ", reason.Hours.Select(range => range.ToString()));
}
