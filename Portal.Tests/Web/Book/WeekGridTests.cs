using NodaTime;
using Portal.Core.Availability;
using Portal.Core.MeetingTypes;
using Portal.Core.Payments;
using Portal.Core.Scheduling;
using Portal.Core.Time;
using Portal.Web.Pages.Book;

namespace Portal.Tests.Web.Book;

[Trait("Req", "C1")]
public sealed class WeekGridTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly LocalDate Monday = new(2026, 10, 19);

    [Theory]
    [InlineData(1, "09:00", "10:00")]
    [InlineData(2, "09:00", "09:30")]
    [InlineData(3, "09:00", "09:20")]
    [InlineData(4, "09:30", "09:45")]
    [InlineData(6, "09:10", "09:30")]
    [InlineData(12, "09:05", "09:30")]
    [InlineData(12, "09:07", "09:30")]
    public void An_hour_is_divided_so_that_every_time_begins_a_part(int parts, params string[] starts) =>
        Assert.Equal(parts, Grid(starts).Parts.Count);

    [Fact]
    public void Each_time_stands_at_its_hour_and_part()
    {
        var grid = Grid("09:00", "09:30", "10:00", "10:30", "12:30");

        Assert.Equal(["", "at-part-1", "at-hour-1", "at-hour-1 at-part-1", "at-hour-2 at-part-1"], Places(grid));
        Assert.Equal([(9, "", false), (10, "at-hour-1", false), (12, "at-hour-2", true)], grid.Hours().Select(row => (row.Hour.Hour, row.Place, row.FollowsGap)));
    }

    [Fact]
    public void Times_are_as_tall_as_they_usually_are_apart_but_never_reach_into_another()
    {
        // every half hour, and one at a quarter past
        var grid = Grid("09:00", "09:30", "10:00", "10:15", "10:45", "11:15", "14:45");

        Assert.Equal(4, grid.Parts.Count);
        Assert.Equal(
            ["for-2", "at-part-2 for-2", "at-hour-1", "at-hour-1 at-part-1 for-2", "at-hour-1 at-part-3 for-2", "at-hour-2 at-part-1 for-2", "at-hour-3 at-part-3"],
            Places(grid));
    }

    [Fact]
    public void A_time_the_clock_shows_twice_shares_its_place()
    {
        // Sunday 25 October: 02:00, 02:30, and both again an hour later
        var first = Instant.FromUtc(2026, 10, 25, 0, 0);
        var grid = Grid([first, first + Duration.FromMinutes(30), first + Duration.FromMinutes(60), first + Duration.FromMinutes(90), first + Duration.FromMinutes(120)]);

        var sunday = grid.Days[6].Times;
        Assert.Equal(["at-shared", "at-part-1 at-shared", "at-shared", "at-part-1 at-shared", "at-hour-1"], grid.Placed(sunday).Select(placed => placed.Place));
        Assert.Equal(["UTC+2", "UTC+2", "UTC+1", "UTC+1", null], sunday.Select(time => time.Offset));
    }

    [Fact]
    public void Every_place_has_its_class_in_the_stylesheet()
    {
        var css = File.ReadAllText(Support.Repository.PathOf("Portal.Web", "wwwroot", "css", "site.css"));
        var starts = Enumerable.Range(0, 24 * 12).Select(i => Monday.AtMidnight().PlusMinutes(i * 5).InZoneStrictly(Berlin).ToInstant());
        var grid = Grid([.. starts]);

        var names = Places(grid).Concat(Places(Grid("09:00", "10:00", "10:55"))).SelectMany(place => place.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct().ToList();

        Assert.True(names.Count > 23 + 11);
        Assert.All([.. names, "parts-1", "parts-2", "parts-3", "parts-4", "parts-6", "parts-12"], name => Assert.Contains($".{name}{{", css, StringComparison.Ordinal));
    }

    private static List<string> Places(WeekGrid grid) => [.. grid.Days.SelectMany(day => grid.Placed(day.Times)).Select(placed => placed.Place)];

    private static WeekGrid Grid(params string[] starts) =>
        Grid([.. starts.Select(start => Monday.At(NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(start).Value).InZoneStrictly(Berlin).ToInstant())]);

    private static WeekGrid Grid(Instant[] starts)
    {
        var length = Duration.FromMinutes(30);
        var meeting = new BookableMeeting("acme", "Acme", Berlin, "intro", "Intro", "", length, [length], ["Mara"], 1, false, new MeetingPolicy(), [], Duration.FromMinutes(5));
        var open = new OpenTimes(
            meeting, Instant.FromUtc(2026, 10, 1, 8, 0), [.. starts.Select(start => new OpenSlot(start, start + length, [Guid.Empty]))], new Dictionary<Guid, Money>());
        var query = new SlotQuery(View: CalendarView.Week);
        return new WeekGrid(SlotCalendar.Of(open, new VisitorZone(Berlin, IsChosen: false), ClockStyle.TwentyFourHours, new SlotAddress("/book/acme/intro", query)));
    }
}
