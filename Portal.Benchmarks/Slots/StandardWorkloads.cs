using NodaTime;

namespace Portal.Benchmarks.Slots;

/// <summary>Monday to Friday 09:00–17:00 in Berlin, half hours, with busy times that are the same in every run.</summary>
internal static class StandardWorkloads
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly LocalDate Start = new(2026, 11, 23);

    public static IEnumerable<Workload> All =>
    [
        Of("one host, 62 days, 200 busy", days: 62, hosts: 1, busy: 200),
        Of("one host, 365 days, 2000 busy", days: 365, hosts: 1, busy: 2000),
        Of("100 hosts in turn, 30 days, 50 busy each", days: 30, hosts: 100, busy: 50),
    ];

    private static Workload Of(string name, int days, int hosts, int busy) => new(
        name, Berlin.Id, $"{Start:uuuu-MM-dd}", $"{Start.PlusDays(days):uuuu-MM-dd}",
        [new WorkloadHours([1, 2, 3, 4, 5], "09:00", "17:00")], 30, 30,
        [.. Enumerable.Range(0, hosts).Select(host => BusyTimes(new Random(host), days, busy))],
        hosts == 1 ? "single" : "round_robin");

    /// <summary>In order of their starts, as a database returns them: a quarter to three quarters of an hour, on working days.</summary>
    private static List<long[]> BusyTimes(Random random, int days, int count)
    {
        var busy = new List<long[]>();
        while (busy.Count < count)
        {
            var day = Start.PlusDays(random.Next(days));
            var from = day.At(new LocalTime(9, 0)).PlusMinutes(15 * random.Next(31));
            var until = from.PlusMinutes(15 * random.Next(1, 4));
            if (day.DayOfWeek <= IsoDayOfWeek.Friday)
                busy.Add([Milliseconds(from), Milliseconds(until)]);
        }
        return [.. busy.OrderBy(time => time[0])];
    }

    private static long Milliseconds(LocalDateTime wallTime) => wallTime.InZoneStrictly(Berlin).ToInstant().ToUnixTimeMilliseconds();
}
