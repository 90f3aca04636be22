using NodaTime;
using Portal.Core.Scheduling;

namespace Portal.Tests.Core.Scheduling;

[Trait("Req", "C1")]
public class WeeklyHoursTests
{
    [Theory]
    [InlineData("")]
    [InlineData("1 09:00-12:00;1 13:00-17:00;2 09:00-17:00")]
    [InlineData("7 22:00-02:00")]
    [InlineData("1 00:00-00:00;2 00:00-00:00")]
    [InlineData("3 08:59-08:58")]
    public void The_text_form_comes_back_unchanged(string text)
    {
        var hours = WeeklyHours.Parse(text);

        Assert.Equal(text, hours.ToText());
        Assert.Equal(hours, WeeklyHours.Parse(hours.ToText()));
    }

    [Fact]
    public void Business_hours_are_Monday_to_Friday_nine_to_five() =>
        Assert.Equal("1 09:00-17:00;2 09:00-17:00;3 09:00-17:00;4 09:00-17:00;5 09:00-17:00", WeeklyHours.BusinessHours.ToText());

    [Fact]
    public void Ranges_are_sorted_and_make_the_value()
    {
        var hours = WeeklyHours.Parse("2 09:00-17:00;1 13:00-17:00;1 09:00-12:00");

        Assert.Equal("1 09:00-12:00;1 13:00-17:00;2 09:00-17:00", hours.ToText());
        Assert.True(hours == WeeklyHours.Parse(hours.ToText()));
        Assert.Equal(hours.GetHashCode(), WeeklyHours.Parse(hours.ToText()).GetHashCode());
        Assert.True(hours != WeeklyHours.None);
        Assert.True(WeeklyHours.None == WeeklyHours.Parse(""));
    }

    [Theory]
    [InlineData("1 09:00-12:00;1 11:59-13:00", "Monday 09:00–12:00 and Monday 11:59–13:00 overlap.")]
    [InlineData("1 09:00-17:00;1 10:00-11:00;1 12:00-13:00", "Monday 09:00–17:00 and Monday 10:00–11:00 overlap.")]
    [InlineData("2 09:00-17:00;2 09:00-17:00", "Tuesday 09:00–17:00 and Tuesday 09:00–17:00 overlap.")]
    [InlineData("3 22:00-02:00;4 01:00-05:00", "Wednesday 22:00–02:00 and Thursday 01:00–05:00 overlap.")]
    [InlineData("7 22:00-02:00;1 01:00-05:00", "Sunday 22:00–02:00 and Monday 01:00–05:00 overlap.")]
    [InlineData("5 10:00-10:00;6 09:59-11:00", "Friday 10:00–10:00 and Saturday 09:59–11:00 overlap.")]
    public void Overlapping_ranges_are_refused_by_name(string text, string message)
    {
        var ranges = text.Split(';').SelectMany(part => WeeklyHours.Parse(part).Ranges);

        Assert.Equal(message, Assert.Throws<ArgumentException>(() => new WeeklyHours(ranges)).Message);
        Assert.Contains(message, Assert.Throws<FormatException>(() => WeeklyHours.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 09:00-12:00;1 12:00-13:00")]
    [InlineData("7 22:00-00:00;1 00:00-02:00")]
    [InlineData("7 22:00-02:00;1 02:00-05:00")]
    [InlineData("1 10:00-10:00;2 10:00-10:00")]
    public void Touching_ranges_are_accepted(string text) => Assert.Equal(2, WeeklyHours.Parse(text).Ranges.Length);

    [Fact]
    public void A_range_needs_a_day_and_whole_minutes()
    {
        var noDay = new WeeklyRange(IsoDayOfWeek.None, new LocalTime(9, 0), new LocalTime(10, 0));
        var seconds = new WeeklyRange(IsoDayOfWeek.Monday, new LocalTime(9, 0, 30), new LocalTime(10, 0));
        var nanoseconds = new WeeklyRange(IsoDayOfWeek.Monday, new LocalTime(9, 0), new LocalTime(10, 0).PlusNanoseconds(1));

        Assert.Throws<ArgumentException>(() => new WeeklyHours([noDay]));
        Assert.Throws<ArgumentException>(() => new WeeklyHours([seconds]));
        Assert.Throws<ArgumentException>(() => new WeeklyHours([nanoseconds]));
    }

    [Theory]
    [InlineData("0 09:00-17:00")]
    [InlineData("8 09:00-17:00")]
    [InlineData("1 9:00-17:00")]
    [InlineData("1 09:00-24:00")]
    [InlineData("1 09:00-17:60")]
    [InlineData("1 09:00–17:00")]
    [InlineData("1  09:00-17:00")]
    [InlineData(" ")]
    [InlineData("Monday")]
    public void A_part_that_is_no_range_is_named(string part)
    {
        var error = Assert.Throws<FormatException>(() => WeeklyHours.Parse($"2 09:00-17:00;{part};3 09:00-17:00"));

        Assert.Contains($"'{part}'", error.Message, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => WeeklyHours.Parse(part));
    }

    [Fact]
    public void A_trailing_separator_is_refused() =>
        Assert.Throws<FormatException>(() => WeeklyHours.Parse("1 09:00-17:00;"));
}
