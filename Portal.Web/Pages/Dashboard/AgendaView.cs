using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Time;
using Portal.Web.Htmx;

namespace Portal.Web.Pages.Dashboard;

/// <summary>What <c>_Agenda</c> shows, every time as a text of the organisation's zone.</summary>
/// <param name="BookingAddress">The organisation's booking page, to be shared.</param>
public sealed record AgendaView(
    Instant Now, string Today, string Zone, AgendaView.NextMeeting? Next, IReadOnlyList<AgendaView.Line> OfToday, IReadOnlyList<AgendaView.Day> Later, string BookingAddress)
{
    public bool IsEmpty => OfToday.Count == 0 && Later.Count == 0;

    /// <summary>A new one whenever the page would look different, which is once a minute while a meeting is near.</summary>
    public string Version => FragmentVersion.Of([Today, Next, .. OfToday, .. Later.SelectMany(day => day.Meetings.Prepend<object>(day.Name))]);

    public static AgendaView Of(Agenda agenda, DateTimeZone zone, string bookingAddress)
    {
        Line LineOf(AgendaMeeting meeting) => new(
            meeting.BookingId,
            MeetingTime.Clock(meeting.StartsAt.InZone(zone).TimeOfDay),
            MeetingTime.Clock(meeting.EndsAt.InZone(zone).TimeOfDay),
            meeting.VisitorName,
            meeting.MeetingName,
            meeting.Status,
            JoinWindow.IsOver(meeting.Status, meeting.EndsAt, agenda.Now),
            meeting.BookingId == agenda.Next?.BookingId);

        return new AgendaView(
            agenda.Now,
            MeetingTime.Day(agenda.Today),
            MeetingTime.ZoneName(zone),
            agenda.Next is { } next ? NextMeeting.Of(next, agenda.NextDetails, agenda.Now, zone) : null,
            [.. agenda.OfToday.Select(LineOf)],
            [.. agenda.Later.Select(day => new Day(DayName(day.Date, agenda.Today), [.. day.Meetings.Select(LineOf)]))],
            bookingAddress);
    }

    private static string DayName(LocalDate date, LocalDate today) =>
        date == today.PlusDays(1) ? $"Tomorrow, {MeetingTime.Day(date, today)}" : MeetingTime.Day(date, today);

    public sealed record Line(
        Guid BookingId, string From, string To, string Visitor, string Meeting, BookingStatus Status, bool IsOver, bool IsNext);

    public sealed record Day(string Name, IReadOnlyList<Line> Meetings);

    /// <param name="VisitorTime">The same moment where the visitor is; null where their clock shows the same.</param>
    /// <param name="Countdown"><c>Starts in 5 minutes</c>, or for how long it has been on.</param>
    /// <param name="IsNear">Visitors may come in already.</param>
    /// <param name="With">Who holds it too; null for nobody.</param>
    /// <param name="Places"><c>2 of 5 places</c> of a group meeting; null for any other.</param>
    /// <param name="Guests">Their addresses; null for none.</param>
    public sealed record NextMeeting(
        Guid BookingId, string When, string? VisitorTime, string Visitor, string Email, string Meeting, BookingStatus Status,
        string Countdown, bool IsNear, string Notes, string? Article, string? With, string? Places, string? Guests)
    {
        // what was answered does not change any more, so it is no part of what is compared
        public IReadOnlyList<BookingAnswer> Answers { get; init; } = [];

        public static NextMeeting Of(AgendaMeeting meeting, AgendaDetails? details, Instant now, DateTimeZone zone)
        {
            var here = meeting.StartsAt.InZone(zone);
            var there = meeting.StartsAt.InZone(meeting.VisitorZone);
            return new NextMeeting(
                meeting.BookingId,
                MeetingTime.RangeWithZone(meeting.StartsAt, meeting.EndsAt, zone, now.InZone(zone).Date),
                here.LocalDateTime == there.LocalDateTime
                    ? null
                    : $"{MeetingTime.Clock(there.TimeOfDay)}{(here.Date == there.Date ? "" : $" on {MeetingTime.Day(there.Date)}")}, {MeetingTime.ZoneName(meeting.VisitorZone)}",
                meeting.VisitorName,
                meeting.VisitorEmail,
                meeting.MeetingName,
                meeting.Status,
                now < meeting.StartsAt ? MeetingTime.Until(meeting.StartsAt - now) : $"Began {MeetingTime.Wait(now - meeting.StartsAt)} ago",
                now >= meeting.StartsAt - JoinWindow.OpensBefore,
                meeting.Notes,
                meeting.Article,
                Joined(details?.OtherHosts),
                details is { Capacity: > 1 } ? $"{details.Taken} of {details.Capacity} places" : null,
                Joined(details?.Guests))
            {
                Answers = details?.Answers ?? [],
            };
        }

        private static string? Joined(IReadOnlyList<string>? words) => words is { Count: > 0 } ? string.Join(", ", words) : null;
    }
}
