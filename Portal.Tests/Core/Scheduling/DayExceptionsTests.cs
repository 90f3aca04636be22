using NodaTime;
using Portal.Core.Scheduling;
using static Portal.Tests.Core.Scheduling.Sketch;

namespace Portal.Tests.Core.Scheduling;

/// <summary>Dates with other hours than their day of the week. 2026-11-23 is a Monday.</summary>
[Trait("Req", "C1")]
public class DayExceptionsTests
{
    private const string EveryMorning = "1 09:00-11:00;2 09:00-11:00";

    [Fact]
    public void Other_hours_replace_those_of_the_week_on_their_date_only()
    {
        var host = With(Host(Berlin, EveryMorning), Exception("2026-11-23", DayExceptionKind.Override, "14:00-15:00;16:10-17:10"));

        Assert.Equal("14:00 14:30 16:10 16:40", Times(HalfHours, host, "2026-11-23"));
        Assert.Equal("09:00 09:30 10:00 10:30", Times(HalfHours, host, "2026-11-24"));
        Assert.Equal("09:00 09:30 10:00 10:30", Times(HalfHours, host, "2026-11-30"));
    }

    [Fact]
    public void Hours_may_be_given_to_a_date_that_has_none() =>
        Assert.Equal("10:00 10:30", Times(HalfHours,
            With(Host(Berlin, EveryMorning), Exception("2026-11-28", DayExceptionKind.Override, "10:00-11:00")), "2026-11-28"));

    [Theory]
    [InlineData(DayExceptionKind.Override)]
    [InlineData(DayExceptionKind.DayOff)]
    [InlineData(DayExceptionKind.Holiday)]
    public void A_date_without_hours_is_closed(DayExceptionKind kind) =>
        Assert.Equal("", Times(HalfHours, With(Host(Berlin, EveryMorning), Exception("2026-11-23", kind, "")), "2026-11-23"));

    [Fact]
    public void An_override_wins_over_a_day_off_and_that_over_a_holiday()
    {
        var holiday = Exception("2026-11-23", DayExceptionKind.Holiday, "");
        var dayOff = Exception("2026-11-23", DayExceptionKind.DayOff, "08:00-08:30");
        var other = Exception("2026-11-23", DayExceptionKind.Override, "12:00-12:30");

        Assert.Equal("08:00", Times(HalfHours, With(Host(Berlin, EveryMorning), holiday, dayOff), "2026-11-23"));
        Assert.Equal("12:00", Times(HalfHours, With(Host(Berlin, EveryMorning), holiday, dayOff, other), "2026-11-23"));
    }

    [Fact]
    public void Hours_of_the_evening_before_still_reach_into_a_closed_date()
    {
        var host = With(Host(Berlin, "7 22:00-02:00;1 09:00-11:00"), Exception("2026-11-23", DayExceptionKind.DayOff, ""));

        Assert.Equal("00:00 00:30 01:00 01:30", Times(HalfHours, host, "2026-11-23"));
    }

    [Fact]
    public void An_evening_that_is_closed_does_not_reach_into_the_next_date()
    {
        var host = With(Host(Berlin, "7 22:00-02:00;1 09:00-10:00"), Exception("2026-11-22", DayExceptionKind.DayOff, ""));

        Assert.Equal("09:00 09:30", Times(HalfHours, host, "2026-11-23"));
    }

    [Fact]
    public void Hours_that_reach_in_end_where_those_of_the_date_begin()
    {
        var host = With(Host(Berlin, "7 22:00-04:00"), Exception("2026-11-23", DayExceptionKind.Override, "01:10-02:10"));

        // the two touch: a meeting may reach from one into the other
        Assert.Equal("00:00 00:30 01:00 01:10 01:40", Times(HalfHours, host, "2026-11-23"));
    }

    [Fact]
    public void Other_hours_may_cross_midnight_and_join_those_of_the_next_date()
    {
        var host = With(Host(Berlin, "2 00:00-01:00"), Exception("2026-11-23", DayExceptionKind.Override, "23:00-00:00"));

        Assert.Equal("23:00 23:30", Times(Rules(60, 30), host, "2026-11-23"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("09:00-12:00")]
    [InlineData("09:00-12:00;13:00-15:00")]
    [InlineData("22:00-00:00")]
    [InlineData("22:00-02:30")]
    public void The_text_form_comes_back_as_it_was(string text) => Assert.Equal(text, DayExceptions.ToText(DayExceptions.Parse(text)));

    [Theory]
    [InlineData("9:00-12:00")]
    [InlineData("09:00-24:00")]
    [InlineData("09:00")]
    [InlineData("09:00-12:00;")]
    [InlineData("09:00-12:00;11:00-13:00")]
    [InlineData("22:00-02:00;23:00-00:00")]
    [InlineData("00:00-00:00;12:00-13:00")]
    public void A_text_that_is_not_hours_is_refused(string text) => Assert.Throws<FormatException>(() => DayExceptions.Parse(text));

    [Fact]
    public void Hours_that_overlap_or_are_finer_than_minutes_are_refused_by_their_date()
    {
        TimeRange[] overlapping = [new(new LocalTime(9, 0), new LocalTime(12, 0)), new(new LocalTime(11, 0), new LocalTime(13, 0))];
        TimeRange[] fine = [new(new LocalTime(9, 0, 1), new LocalTime(12, 0))];

        foreach (var wrong in new[] { overlapping, fine })
        {
            var error = Assert.Throws<ArgumentException>(() =>
                DayExceptions.Of([new DayException(new LocalDate(2026, 11, 23), DayExceptionKind.Override, [.. wrong])]));
            Assert.Contains("2026-11-23", error.Message, StringComparison.Ordinal);
        }
    }
}
