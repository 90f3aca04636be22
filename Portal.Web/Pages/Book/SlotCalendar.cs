using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Scheduling;
using Portal.Core.Time;

namespace Portal.Web.Pages.Book;

/// <summary>Open times as a visitor looks at them: a month with one of its days, a week, or a day; perhaps one time of it.</summary>
public sealed class SlotCalendar
{
    private readonly Dictionary<LocalDate, List<ShownTime>> byDay = [];

    private SlotCalendar(OpenTimes open, VisitorZone zone, ClockStyle clock, SlotAddress address)
    {
        (Open, Clock, Address) = (open, clock, address);
        (Zone, ZoneIsChosen) = zone;
        Today = DateOf(open.Now);
        LastDay = open.Slots is [.., var last] ? DateOf(last.Start) : Today;

        var query = address.Shown;
        Chosen = query.Time is { } time && SlotFrom(time) is { } slot && slot.Start == time ? slot : null;
        var asked = query.Time is { } at ? DateOf(at) : query.Date;
        var month = query.Month?.OnDayOfMonth(1);
        var firstFree = open.Slots is [var first, ..] ? DateOf(first.Start) : Today;
        Period = CalendarPeriod.Of(query.View, Within((query.View == CalendarView.Month ? month ?? asked : asked ?? month) ?? firstFree));

        // the day view counts the times of the days around it too
        var weeks = CalendarPeriod.Of(Period.View == CalendarView.Day ? CalendarView.Week : Period.View, Period.First);
        foreach (var shown in TimesFrom(weeks.First, weeks.Last))
            (byDay.TryGetValue(shown.At.Date, out var times) ? times : byDay[shown.At.Date] = []).Add(shown);
        Day = Period.View switch
        {
            CalendarView.Day => Period.First,
            CalendarView.Week => null,
            _ => asked is { } day && Period.Contains(day) ? day : byDay.Keys.Select(free => (LocalDate?)free).Min(),
        };
    }

    public OpenTimes Open { get; }

    public SlotAddress Address { get; }

    public DateTimeZone Zone { get; }

    public bool ZoneIsChosen { get; }

    public ClockStyle Clock { get; }

    public LocalDate Today { get; }

    public CalendarPeriod Period { get; }

    /// <summary>The day whose times are shown; null in a month without any, and in a week, which shows them all.</summary>
    public LocalDate? Day { get; }

    /// <summary>The time chosen, while it is open.</summary>
    public OpenSlot? Chosen { get; }

    /// <summary>No time was asked for yet.</summary>
    public bool Chooses => Address.Shown.Time is null;

    /// <summary>A time was chosen that cannot be had any more.</summary>
    public bool IsTaken => !Chooses && Chosen is null;

    /// <summary>For a time that is taken: the open ones around it.</summary>
    public IReadOnlyList<OpenSlot> Nearest => Address.Shown.Time is { } time ? Open.Nearest(time, Core.Bookings.BookSlot.NearestTimes) : [];

    /// <summary>Null at today: what is past cannot be booked.</summary>
    public CalendarPeriod? Previous => Period.First > Today ? Period.Previous : null;

    /// <summary>Null at the last open time: beyond it there is nothing to see.</summary>
    public CalendarPeriod? Next => Period.Last < LastDay ? Period.Next : null;

    /// <summary>Where to look when what is shown has no times.</summary>
    public OpenSlot? NextFree =>
        SlotFrom(StartOf((Day ?? Period.Last).PlusDays(1))) ?? (Open.Slots is [var first, ..] ? first : null);

    /// <summary>How many times the period shown has, in a month those of its day.</summary>
    public int Count => Day is { } day ? TimesOn(day) : Period.View == CalendarView.Week ? byDay.Values.Sum(times => times.Count) : 0;

    /// <summary>Classes of booking.css: each view, and the step after it, arranges the page its own way.</summary>
    public string Layout => string.Concat(
        $"booking-{Period.View.ToString().ToLowerInvariant()}",
        Chooses ? "" : " booking-step",
        Clock == ClockStyle.TwelveHours ? " clock-12" : "",
        CountsSeats ? " counts-seats" : "");

    /// <summary>Several people meet: what is left is worth knowing.</summary>
    public bool CountsSeats => Open.Meeting.Capacity > 1;

    private LocalDate LastDay { get; }

    public static SlotCalendar Of(OpenTimes open, VisitorZone zone, ClockStyle clock, SlotAddress address) => new(open, zone, clock, address);

    public int TimesOn(LocalDate day) => byDay.TryGetValue(day, out var times) ? times.Count : 0;

    public IReadOnlyList<ShownTime> On(LocalDate day) => byDay.TryGetValue(day, out var times) ? times : [];

    /// <summary>The times of the day shown, under the part of the day they belong to.</summary>
    public IEnumerable<IGrouping<string, ShownTime>> Times() => (Day is { } day ? On(day) : []).GroupBy(time => time.PartOfDay);

    public LocalDate DateOf(Instant instant) => instant.InZone(Zone).Date;

    /// <summary><c>14:00</c> as this visitor writes it.</summary>
    public string Write(LocalTime time) => MeetingTime.Clock(time, clock: Clock);

    /// <summary><c>Tue 24 Nov, 14:00</c> as this visitor writes it.</summary>
    public string Write(Instant moment) => MeetingTime.Moment(moment, Zone, clock: Clock);

    private IEnumerable<ShownTime> TimesFrom(LocalDate first, LocalDate last)
    {
        var (from, until) = (StartOf(first), StartOf(last.PlusDays(1)));
        // only where the offset changes can a wall time come twice
        var changes = Zone.GetZoneIntervals(new Interval(from, until)).Skip(1).Any();
        for (var i = IndexFrom(from); i < Open.Slots.Count && Open.Slots[i].Start < until; i++)
        {
            var at = Open.Slots[i].Start.InZone(Zone);
            var twice = changes && Zone.MapLocal(at.LocalDateTime).Count == 2;
            yield return new ShownTime(Open.Slots[i], at.LocalDateTime, twice ? MeetingTime.OffsetName(at.Offset) : null);
        }
    }

    private OpenSlot? SlotFrom(Instant moment) => IndexFrom(moment) is var index && index < Open.Slots.Count ? Open.Slots[index] : null;

    // slots are in the order of time
    private int IndexFrom(Instant moment)
    {
        var (low, high) = (0, Open.Slots.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Open.Slots[middle].Start < moment ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    private Instant StartOf(LocalDate day) => Zone.AtStartOfDay(day).ToInstant();

    private LocalDate Within(LocalDate day) => LocalDate.Max(Today, LocalDate.Min(day, LastDay));
}
