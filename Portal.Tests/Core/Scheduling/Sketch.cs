using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Portal.Core.Scheduling;

namespace Portal.Tests.Core.Scheduling;

/// <summary>Short ways to write hosts, moments and slots.</summary>
internal static class Sketch
{
    public static readonly DateTimeZone Berlin = Zone("Europe/Berlin");

    /// <summary>A Monday in winter, before everything the tests book.</summary>
    public static readonly Instant Now = Utc("2026-01-05T00:00");

    public static readonly SlotRules HalfHours = Rules(30);

    public static SlotRules Rules(int minutes, int? increment = null) => new()
    {
        Length = Duration.FromMinutes(minutes),
        Increment = Duration.FromMinutes(increment ?? minutes),
        HorizonDays = SlotRules.LongestDays,
    };

    public static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    public static Schedule Of(SlotRules rules, params IReadOnlyList<HostHours> hosts) => new(rules, hosts, Berlin);

    public static bool IsOpen(SlotRules rules, HostHours host, Instant start, Instant now) =>
        OpenSlots.At(Of(rules, host), start, now) is not null;

    public static HostHours Host(DateTimeZone zone, string hours, params BusyTime[] busy) =>
        new(Guid.NewGuid(), zone, WeeklyHours.Parse(hours), busy);

    public static HostHours With(HostHours host, params DayException[] exceptions) =>
        host with { Exceptions = DayExceptions.Of(exceptions) };

    public static DayException Exception(string date, DayExceptionKind kind, string hours, string? name = null) =>
        new(LocalDatePattern.Iso.Parse(date).Value, kind, DayExceptions.Parse(hours), name);

    public static Instant Utc(string text) =>
        InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value;

    /// <summary>A wall time that comes exactly once.</summary>
    public static Instant At(DateTimeZone zone, string text) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value.InZoneStrictly(zone).ToInstant();

    /// <summary>From midnight to midnight, however long that is.</summary>
    public static Interval Day(DateTimeZone zone, string date)
    {
        var day = LocalDatePattern.Iso.Parse(date).Value;
        return new Interval(zone.AtStartOfDay(day).ToInstant(), zone.AtStartOfDay(day.PlusDays(1)).ToInstant());
    }

    public static BusyTime Busy(DateTimeZone zone, string from, string until) => Taken(At(zone, from), At(zone, until));

    public static BusyTime Taken(Instant from, Instant until) => new(from, until, BusyKind.Booked);

    /// <summary>The starts of one day as wall times: <c>09:00 09:30 …</c></summary>
    public static string Times(SlotRules rules, HostHours host, string date, Instant? now = null) =>
        Times(OpenSlots.Find(Of(rules, [host]), Day(host.Zone, date), now ?? Now), host.Zone, "HH:mm");

    /// <summary>The starts of one day with their offsets: <c>02:30+02 02:30+01 …</c></summary>
    public static string TimesWithOffset(SlotRules rules, HostHours host, string date) =>
        Times(OpenSlots.Find(Of(rules, [host]), Day(host.Zone, date), Now), host.Zone, "HH:mm o<g>");

    private static string Times(IEnumerable<OpenSlot> slots, DateTimeZone zone, string pattern) =>
        string.Join(' ', slots.Select(slot =>
            slot.Start.InZone(zone).ToString(pattern, CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal)));
}
