using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using Portal.Core.Scheduling;

namespace Portal.Benchmarks.Slots;

/// <summary>
/// Something to compute open times for, in the form of <c>--input</c>: property names in snake case, dates as
/// <c>2026-11-23</c>, times as <c>09:00</c>, busy times as pairs of unix milliseconds for each host.
/// </summary>
/// <param name="Start">The first date, in <paramref name="Zone"/>.</param>
/// <param name="End">The date after the last.</param>
/// <param name="Assignment"><c>single</c>, <c>round_robin</c> or <c>collective</c>.</param>
internal sealed record Workload(
    string Name,
    string Zone,
    string Start,
    string End,
    IReadOnlyList<WorkloadHours> Hours,
    int DurationMinutes,
    int IncrementMinutes,
    IReadOnlyList<IReadOnlyList<long[]>> Hosts,
    string Assignment)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    [JsonIgnore]
    public DateTimeZone TimeZone => DateTimeZoneProviders.Tzdb[Zone];

    [JsonIgnore]
    public LocalDate FirstDay => LocalDatePattern.Iso.Parse(Start).Value;

    [JsonIgnore]
    public LocalDate EndDay => LocalDatePattern.Iso.Parse(End).Value;

    /// <exception cref="JsonException">It is not a workload; the message names the place.</exception>
    public static Workload Parse(string json) => JsonSerializer.Deserialize<Workload>(json, Json)!;

    public Interval Window() => new(TimeZone.AtStartOfDay(FirstDay).ToInstant(), TimeZone.AtStartOfDay(EndDay).ToInstant());

    public Schedule Schedule()
    {
        var rules = new SlotRules
        {
            Length = Duration.FromMinutes(DurationMinutes),
            Increment = Duration.FromMinutes(IncrementMinutes),
            HorizonDays = SlotRules.LongestDays,
        };
        var hours = new WeeklyHours(Ranges().Select(range => new WeeklyRange(range.Day, range.From, range.To)));
        var hosts = Hosts.Select(busy => new HostHours(Guid.NewGuid(), TimeZone, hours, [.. busy.Select(BusyTimeOf)])).ToList();
        return new Schedule(rules, hosts, TimeZone)
        {
            Combination = Assignment switch
            {
                "single" or "round_robin" => HostCombination.Any,
                "collective" => HostCombination.All,
                _ => throw new FormatException($"assignment '{Assignment}' is none of single, round_robin, collective."),
            },
        };
    }

    public IEnumerable<(IsoDayOfWeek Day, LocalTime From, LocalTime To)> Ranges() =>
        from hours in Hours
        from day in hours.Days
        select ((IsoDayOfWeek)day, Time.Parse(hours.From).Value, Time.Parse(hours.To).Value);

    private static BusyTime BusyTimeOf(long[] busy) => busy is [var start, var end]
        ? new BusyTime(Instant.FromUnixTimeMilliseconds(start), Instant.FromUnixTimeMilliseconds(end), BusyKind.Booked)
        : throw new FormatException("a busy time is a pair of unix milliseconds.");
}

/// <param name="Days">1 is Monday.</param>
internal sealed record WorkloadHours(IReadOnlyList<int> Days, string From, string To);
