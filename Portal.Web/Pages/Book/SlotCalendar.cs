using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Scheduling;
using Portal.Core.Time;

namespace Portal.Web.Pages.Book;

/// <summary>Open times as a visitor looks at them: one month, one day of it, perhaps one time of that day.</summary>
public sealed class SlotCalendar
{
    private readonly Dictionary<LocalDate, List<OpenSlot>> byDay;

    private SlotCalendar(OpenTimes open, VisitorZone zone, SlotAddress address)
    {
        (Open, Address) = (open, address);
        (Zone, ZoneIsChosen) = zone;
        byDay = open.Slots.GroupBy(slot => DateOf(slot.Start)).ToDictionary(day => day.Key, day => day.ToList());
        Today = DateOf(open.Now);
        var query = address.Shown;
        First = Today.ToYearMonth();
        Last = open.Slots is [.., var last] ? DateOf(last.Start).ToYearMonth() : First;

        Chosen = open.Slots.Where(slot => slot.Start == query.Time).Select(slot => (OpenSlot?)slot).FirstOrDefault();
        var asked = query.Time is { } time ? DateOf(time) : query.Date;
        Month = Within(query.Month ?? asked?.ToYearMonth() ?? FirstDay(_ => true)?.ToYearMonth() ?? First);
        Day = asked?.ToYearMonth() == Month ? asked : FirstDay(day => day.ToYearMonth() == Month);
    }

    public OpenTimes Open { get; }

    public SlotAddress Address { get; }

    public DateTimeZone Zone { get; }

    public bool ZoneIsChosen { get; }

    public LocalDate Today { get; }

    public YearMonth Month { get; }

    /// <summary>The day whose times are shown; null in a month without any.</summary>
    public LocalDate? Day { get; }

    /// <summary>The time chosen, while it is open.</summary>
    public OpenSlot? Chosen { get; }

    /// <summary>A time was chosen that cannot be had any more.</summary>
    public bool IsTaken => Address.Shown.Time is not null && Chosen is null;

    /// <summary>For a time that is taken: the open ones around it.</summary>
    public IReadOnlyList<OpenSlot> Nearest => Address.Shown.Time is { } time ? Open.Nearest(time, Core.Bookings.BookSlot.NearestTimes) : [];

    /// <summary>Null at the month of today: what is past cannot be booked.</summary>
    public YearMonth? Previous => Month > First ? Month.PlusMonths(-1) : null;

    /// <summary>Null at the month of the last open time: beyond it there is nothing to see.</summary>
    public YearMonth? Next => Month < Last ? Month.PlusMonths(1) : null;

    /// <summary>Where to look when the month or the day shown has no times.</summary>
    public OpenSlot? NextFree
    {
        get
        {
            var shown = Day ?? Month.OnDayOfMonth(1);
            var later = Open.Slots.Where(slot => DateOf(slot.Start) > shown).Select(slot => (OpenSlot?)slot).FirstOrDefault();
            return later ?? (Open.Slots is [var first, ..] ? first : null);
        }
    }

    private YearMonth First { get; }

    private YearMonth Last { get; }

    public static SlotCalendar Of(OpenTimes open, VisitorZone zone, SlotAddress address) => new(open, zone, address);

    /// <summary>Mondays to Sundays; days of other months are null.</summary>
    public IEnumerable<IReadOnlyList<LocalDate?>> Weeks()
    {
        var monday = Month.OnDayOfMonth(1).PlusDays(1).Previous(IsoDayOfWeek.Monday);
        for (; monday.ToYearMonth() <= Month; monday = monday.PlusWeeks(1))
            yield return [.. Enumerable.Range(0, 7).Select(monday.PlusDays).Select(day => day.ToYearMonth() == Month ? day : (LocalDate?)null)];
    }

    public int TimesOn(LocalDate day) => byDay.TryGetValue(day, out var slots) ? slots.Count : 0;

    /// <summary>The times of the day shown, under the part of the day they belong to.</summary>
    public IEnumerable<IGrouping<string, OpenSlot>> Times() =>
        (Day is { } day && byDay.TryGetValue(day, out var slots) ? slots : []).GroupBy(slot => slot.Start.InZone(Zone).Hour switch
        {
            < 12 => "Morning",
            < 18 => "Afternoon",
            _ => "Evening",
        });

    /// <summary>Null but where the clock shows this time twice that day.</summary>
    public string? OffsetOf(OpenSlot slot)
    {
        var time = slot.Start.InZone(Zone);
        return Zone.MapLocal(time.LocalDateTime).Count == 2 ? MeetingTime.OffsetName(time.Offset) : null;
    }

    public LocalDate DateOf(Instant instant) => instant.InZone(Zone).Date;

    private LocalDate? FirstDay(Func<LocalDate, bool> predicate) =>
        Open.Slots.Select(slot => (LocalDate?)DateOf(slot.Start)).FirstOrDefault(day => predicate(day!.Value));

    private YearMonth Within(YearMonth month) => month < First ? First : month > Last ? Last : month;
}
