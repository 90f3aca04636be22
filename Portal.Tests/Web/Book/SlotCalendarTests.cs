using NodaTime;
using Portal.Core.Availability;
using Portal.Core.MeetingTypes;
using Portal.Core.Payments;
using Portal.Core.Scheduling;
using Portal.Core.Time;
using Portal.Web.Pages.Book;

namespace Portal.Tests.Web.Book;

[Trait("Req", "C1")]
public sealed class SlotCalendarTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly Instant Now = Instant.FromUtc(2026, 10, 5, 8, 0);

    [Theory]
    [InlineData(2026, 10)]
    [InlineData(2026, 11)]
    [InlineData(2027, 2)]
    [InlineData(2027, 8)]
    public void The_weeks_of_a_month_run_from_Monday_to_Sunday_and_hold_each_day_once(int year, int month)
    {
        var calendar = Calendar(new SlotQuery(Month: new YearMonth(year, month)), Now, Now + Duration.FromDays(400));

        var weeks = calendar.Period.Weeks().ToList();

        var days = weeks.SelectMany(week => week).Where(calendar.Period.Contains).ToList();
        Assert.Equal(Enumerable.Range(1, CalendarSystem.Iso.GetDaysInMonth(year, month)), days.Select(day => day.Day));
        Assert.All(weeks, week => Assert.Equal(7, week.Count));
        Assert.All(weeks, week => Assert.All(week.Index(), cell => Assert.Equal(cell.Index + 1, (int)cell.Item.DayOfWeek)));
        Assert.All(weeks, week => Assert.Contains(week, day => calendar.Period.Contains(day)));
    }

    [Fact]
    public void It_opens_on_the_first_free_day()
    {
        var calendar = Calendar(new SlotQuery(), Now + Duration.FromDays(40));

        Assert.Equal(new LocalDate(2026, 11, 1), calendar.Period.First);
        Assert.Equal(new LocalDate(2026, 11, 14), calendar.Day);
    }

    [Fact]
    public void It_cannot_be_led_before_today_or_beyond_the_last_time()
    {
        var past = Calendar(new SlotQuery(Month: new YearMonth(2020, 1)), Now, Now + Duration.FromDays(60));
        var future = Calendar(new SlotQuery(Month: new YearMonth(2999, 1)), Now, Now + Duration.FromDays(60));

        Assert.Equal((10, null, 11), (past.Period.First.Month, past.Previous?.First.Month, past.Next?.First.Month));
        Assert.Equal((12, 11, null), (future.Period.First.Month, future.Previous?.First.Month, future.Next?.First.Month));
    }

    [Fact]
    public void A_month_between_without_times_names_the_next_that_is_free()
    {
        var calendar = Calendar(new SlotQuery(Month: new YearMonth(2026, 11)), Now, Now + Duration.FromDays(70));

        Assert.Null(calendar.Day);
        Assert.Empty(calendar.Times());
        Assert.Equal(Now + Duration.FromDays(70), calendar.NextFree!.Value.Start);
    }

    [Fact]
    public void Times_stand_under_the_part_of_the_day_they_have_in_the_visitors_zone()
    {
        var day = new LocalDate(2026, 10, 7);
        var calendar = Calendar(
            new SlotQuery(Date: day), At(day, 0, 0), At(day, 11, 59), At(day, 12, 0), At(day, 17, 59), At(day, 18, 0), At(day, 23, 30));

        Assert.Equal([("Morning", 2), ("Afternoon", 2), ("Evening", 2)], calendar.Times().Select(part => (part.Key, part.Count())));
    }

    [Fact]
    public void A_time_the_clock_shows_twice_names_its_offset()
    {
        // the night summer time ends in Berlin
        var first = Instant.FromUtc(2026, 10, 25, 0, 30);
        var calendar = Calendar(new SlotQuery(), first, first + Duration.FromHours(1), first + Duration.FromHours(2));

        Assert.Equal(["UTC+2", "UTC+1", null], calendar.On(new LocalDate(2026, 10, 25)).Select(time => time.Offset));
    }

    [Fact]
    public void A_time_that_is_not_open_is_taken_and_has_neighbours()
    {
        var open = Enumerable.Range(0, 10).Select(hour => Now + Duration.FromHours(hour)).ToArray();
        var calendar = Calendar(new SlotQuery(Time: Now + Duration.FromMinutes(270)), open);

        Assert.True(calendar.IsTaken);
        Assert.Equal([open[3], open[4], open[5]], calendar.Nearest.Select(slot => slot.Start));
    }

    [Theory]
    [InlineData("?view=week&month=2026-11&date=2026-11-24&time=2026-11-24T13%3A00%3A00Z&zone=Europe%2FBerlin&article=reset%20password&zones=1&find=new%20york&remember=1")]
    [InlineData("")]
    public void An_address_is_written_as_it_was_read(string address) =>
        Assert.Equal(address, SlotQuery.Of(Read(address)).ToString());

    [Fact]
    public void What_cannot_be_read_counts_as_not_said() =>
        Assert.Equal(new SlotQuery(), SlotQuery.Of(Read($"?month=13&date=2026-02-30&time=noon&zone=&article={new string('a', 201)}")));

    [Fact]
    public void A_week_runs_from_Monday_and_shows_the_times_of_all_its_days()
    {
        var calendar = Calendar(new SlotQuery(View: CalendarView.Week, Date: new LocalDate(2026, 10, 14)), Now, At(new(2026, 10, 12), 9, 0), At(new(2026, 10, 18), 23, 45), At(new(2026, 10, 19), 0, 0));

        Assert.Equal((new LocalDate(2026, 10, 12), new LocalDate(2026, 10, 18)), (calendar.Period.First, calendar.Period.Last));
        Assert.Equal((2, null), (calendar.Count, calendar.Day));
        Assert.Equal(new LocalTime(23, 45), Assert.Single(calendar.On(new LocalDate(2026, 10, 18))).At.TimeOfDay);
        Assert.Equal(("12–18 Oct 2026", 5, 19), (calendar.Period.Title(calendar.Today), calendar.Previous!.Value.First.Day, calendar.Next!.Value.First.Day));
    }

    [Fact]
    public void A_day_knows_the_times_of_the_week_around_it()
    {
        var calendar = Calendar(new SlotQuery(View: CalendarView.Day, Date: new LocalDate(2026, 10, 7)), At(new(2026, 10, 6), 9, 0), At(new(2026, 10, 7), 9, 0), At(new(2026, 10, 8), 9, 0), At(new(2026, 10, 8), 10, 0));

        Assert.Equal((1, new LocalDate(2026, 10, 7)), (calendar.Count, calendar.Day));
        Assert.Equal([0, 1, 1, 2, 0, 0, 0], calendar.Period.Weeks().Single().Select(calendar.TimesOn));
        Assert.Equal(("Wed 7 October", 6, 8), (calendar.Period.Title(calendar.Today), calendar.Previous!.Value.First.Day, calendar.Next!.Value.First.Day));
    }

    [Theory]
    [InlineData(CalendarView.Week)]
    [InlineData(CalendarView.Day)]
    public void No_view_can_be_led_before_today_or_beyond_the_last_time(CalendarView view)
    {
        var past = Calendar(new SlotQuery(View: view, Date: new LocalDate(2020, 1, 1)), Now, Now + Duration.FromDays(30));
        var future = Calendar(new SlotQuery(View: view, Date: new LocalDate(9999, 12, 31)), Now, Now + Duration.FromDays(30));

        Assert.True(past.Period.Contains(past.Today));
        Assert.Null(past.Previous);
        Assert.True(future.Period.Contains(new LocalDate(2026, 11, 4)));
        Assert.Null(future.Next);
    }

    [Theory]
    [InlineData(CalendarView.Week, 14, 19)]
    [InlineData(CalendarView.Day, 7, 8)]
    [InlineData(CalendarView.Day, 19, 8)]
    public void Where_nothing_is_free_the_next_free_time_is_named_or_else_the_first(CalendarView view, int day, int next)
    {
        var calendar = Calendar(new SlotQuery(View: view, Date: new LocalDate(2026, 10, day)), At(new(2026, 10, 8), 9, 0), At(new(2026, 10, next), 12, 0), At(new(2026, 10, 19), 13, 0));

        Assert.Equal(next, calendar.DateOf(calendar.NextFree!.Value.Start).Day);
    }

    [Fact]
    public void A_view_opens_on_the_first_free_day()
    {
        var first = At(new LocalDate(2026, 11, 14), 9, 0);

        Assert.Equal(new LocalDate(2026, 11, 14), Calendar(new SlotQuery(View: CalendarView.Day), first).Day);
        Assert.Equal(new LocalDate(2026, 11, 9), Calendar(new SlotQuery(View: CalendarView.Week), first).Period.First);
    }

    [Fact]
    public void Every_link_keeps_the_view_the_zone_and_the_article()
    {
        var address = new SlotAddress("/book/acme/intro", new SlotQuery(View: CalendarView.Week, Zone: "Asia/Tokyo", Article: "reset", PicksZone: true, FindsZone: "ber"));
        var day = new LocalDate(2026, 10, 7);

        Assert.All(
            [address.Here, address.Day(day), address.Time(Now), address.Period(CalendarPeriod.Of(CalendarView.Week, day)), address.FindZone("x"), address.PickZone("Asia/Tokyo")],
            link => Assert.Contains("view=week", link.Page, StringComparison.Ordinal));
        Assert.Equal("/book/acme/intro/slots?view=day&date=2026-10-07&zone=Asia%2FTokyo&article=reset", address.View(CalendarView.Day, day).Fragment);
        Assert.Equal("/book/acme/intro?date=2026-10-07&zone=Asia%2FTokyo&article=reset", address.View(CalendarView.Month, day).Page);
    }

    [Fact]
    public void Another_view_keeps_the_time_that_is_chosen()
    {
        var address = new SlotAddress("/book/acme/intro", new SlotQuery(Time: Now, View: CalendarView.Week));

        Assert.Equal("/book/acme/intro?view=day&time=2026-10-05T08%3A00%3A00Z", address.View(CalendarView.Day, new LocalDate(2026, 10, 7)).Page);
    }

    private static Microsoft.AspNetCore.Http.QueryCollection Read(string address) =>
        new(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address));

    private static Instant At(LocalDate day, int hour, int minute) => day.At(new LocalTime(hour, minute)).InZoneStrictly(Berlin).ToInstant();

    private static SlotCalendar Calendar(SlotQuery query, params Instant[] starts)
    {
        var meeting = new BookableMeeting("acme", "Acme", Berlin, "intro", "Intro", "", Duration.FromMinutes(30), [Duration.FromMinutes(30)],
            ["Mara"], 1, false, new MeetingPolicy(), [], Duration.FromMinutes(5));
        var slots = starts.Select(start => new OpenSlot(start, start + Duration.FromMinutes(30), [Guid.Empty])).ToList();
        return SlotCalendar.Of(
            new OpenTimes(meeting, Now, slots, new Dictionary<Guid, Money>()), new VisitorZone(Berlin, IsChosen: false), ClockStyle.TwentyFourHours, new SlotAddress("/book/acme/intro", query));
    }
}
