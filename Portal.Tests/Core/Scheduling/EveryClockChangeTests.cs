using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;
using Portal.Core.Scheduling;
using Portal.Tests.Support;
using Xunit.Abstractions;
using static Portal.Tests.Core.Scheduling.Sketch;

namespace Portal.Tests.Core.Scheduling;

/// <summary>Every zone of the time zone database and every change of its offset from 2024 to 2030, against Python's zoneinfo.</summary>
[Trait("Req", "C1"), Trait("Promise", "R6")]
public class EveryClockChangeTests(ITestOutputHelper output)
{
    private static readonly Duration HalfADay = Duration.FromHours(12);
    private static readonly Instant Before = Utc("2023-12-01T00:00");

    // Debian links it to the machine's own zone, and it is no zone of the database
    private static readonly string[] NotZones = ["localtime"];

    [Fact]
    public async Task Around_every_change_exactly_the_starts_that_another_language_finds_are_offered_and_can_be_booked()
    {
        var ids = DateTimeZoneProviders.Tzdb.Ids.Except(NotZones).ToList();
        var lines = (await Python.RunAsync(Oracle(), string.Join('\n', ids))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        AssertSameDatabase(lines[0]);

        var slots = 0;
        foreach (var line in lines[1..])
        {
            var (schedule, change, expected) = Read(line);
            var found = OpenSlots.Find(schedule, new Interval(change - HalfADay, change + HalfADay), Before);
            Assert.True(expected.SequenceEqual(found.Select(slot => slot.Start)), $"{line}\nfound {string.Join(' ', found.Select(slot => slot.Start))}");
            Assert.All(expected, start => Assert.NotNull(OpenSlots.At(schedule, start, Before)));
            slots += found.Count;
        }

        var changes = lines[1..].Select(line => line.Split(' ')[..2]).Select(words => (Id: words[0], words[1])).Distinct().ToList();
        output.WriteLine($"{ids.Count} zones, {changes.Count} moments, {lines.Length - 1} windows, {slots} slots");
        Assert.Equal(ids, changes.Select(change => change.Id).Distinct());
        Assert.True(ids.Count > 590 && slots > 500_000, "too little to prove anything");
    }

    [Fact]
    public async Task The_changes_looked_at_are_all_that_NodaTime_knows()
    {
        var ids = DateTimeZoneProviders.Tzdb.Ids.Except(NotZones).ToList();
        var lines = (await Python.RunAsync(Oracle(), string.Join('\n', ids))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        AssertSameDatabase(lines[0]);

        var looked = lines[1..].Select(line => line.Split(' ')).Select(words => $"{words[0]} {words[1]}").ToHashSet();
        var known = ids.SelectMany(ChangesOf).ToList();

        output.WriteLine($"{known.Count} changes in {known.Select(change => change.Split(' ')[0]).Distinct().Count()} zones");
        Assert.Subset(looked, known.ToHashSet());
        Assert.True(known.Count > 2500, $"only {known.Count} changes known");
    }

    private static IEnumerable<string> ChangesOf(string id)
    {
        var intervals = Zone(id).GetZoneIntervals(Utc("2024-01-01T00:00"), Utc("2030-12-31T23:59")).ToList();
        return intervals.Zip(intervals.Skip(1))
            .Where(pair => pair.First.WallOffset != pair.Second.WallOffset)
            .Select(pair => $"{id} {pair.Second.Start.ToUnixTimeSeconds()}");
    }

    /// <summary>A line is: zone, change in unix seconds, begin and length in minutes, starts in quarters of an hour since the change.</summary>
    private static (Schedule Schedule, Instant Change, List<Instant> Starts) Read(string line)
    {
        var words = line.Split(' ');
        var numbers = words[1..4].Select(word => long.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        var change = Instant.FromUnixTimeSeconds(numbers[0]);
        var begin = LocalTime.Midnight.PlusMinutes(numbers[1]);
        var hours = new WeeklyHours(Enumerable.Range(1, 7).Select(day => new WeeklyRange((IsoDayOfWeek)day, begin, begin.PlusHours(8))));
        var starts = words[4].Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => change + Duration.FromMinutes(15 * long.Parse(word, CultureInfo.InvariantCulture))).ToList();
        return (Of(Rules((int)numbers[2]), new HostHours(Guid.Empty, Zone(words[0]), hours, [])), change, starts);
    }

    private static void AssertSameDatabase(string line)
    {
        var (python, ours) = (line["tzdb ".Length..], TzdbDateTimeZoneSource.Default.TzdbVersion);
        Assert.True(python == ours,
            $"The machine's time zones are {python} and NodaTime's are {ours}: they cannot be compared. "
            + "./test.sh brings the package tzdata up to date; where the machine is ahead, NodaTime needs an update.");
    }

    private static string Oracle()
    {
        using var script = typeof(EveryClockChangeTests).Assembly.GetManifestResourceStream("slots_oracle.py")!;
        return new StreamReader(script).ReadToEnd();
    }
}
