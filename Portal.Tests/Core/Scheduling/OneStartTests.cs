using NodaTime;
using Portal.Core.Scheduling;
using static Portal.Tests.Core.Scheduling.Sketch;

namespace Portal.Tests.Core.Scheduling;

[Trait("Req", "C1"), Trait("Promise", "R6")]
public class OneStartTests
{
    private static readonly HostHours Morning =
        Host(Berlin, "1 09:00-11:00", Busy(Berlin, "2026-11-23T10:00", "2026-11-23T10:30"));

    [Theory]
    [InlineData("09:00", true)]
    [InlineData("09:30", true)]
    [InlineData("10:00", false)]
    [InlineData("10:30", true)]
    [InlineData("11:00", false)]
    [InlineData("09:15", false)]
    [InlineData("08:30", false)]
    public void Only_an_offered_start_is_open(string time, bool open) =>
        Assert.Equal(open, IsOpen(HalfHours, Morning, At(Berlin, $"2026-11-23T{time}"), Now));

    [Fact]
    public void A_start_that_is_off_the_grid_by_a_nanosecond_is_not_open()
    {
        var start = At(Berlin, "2026-11-23T09:00");

        Assert.False(IsOpen(HalfHours, Morning, start.Plus(Duration.FromNanoseconds(1)), Now));
        Assert.False(IsOpen(HalfHours, Morning, start.Minus(Duration.FromNanoseconds(1)), Now));
    }

    [Fact]
    public void The_ends_of_time_are_not_open()
    {
        Assert.False(IsOpen(HalfHours, Morning, Instant.MinValue, Now));
        Assert.False(IsOpen(HalfHours, Morning, Instant.MaxValue, Now));
    }

    [Fact]
    public void Exactly_the_offered_starts_of_two_weeks_around_a_change_are_open_minute_by_minute()
    {
        var rules = Rules(45, 20) with { BufferBefore = Duration.FromMinutes(5), MinimumNotice = Duration.FromHours(3) };
        var host = Host(Berlin, "6 22:00-03:30;7 03:30-05:00;1 09:00-12:00", Busy(Berlin, "2026-10-25T04:00", "2026-10-25T04:10"));
        var now = At(Berlin, "2026-10-17T20:30");
        var window = new Interval(At(Berlin, "2026-10-17T00:00"), At(Berlin, "2026-10-31T00:00"));
        var offered = OpenSlots.Find(Of(rules, [host]), window, now).Select(slot => slot.Start).ToHashSet();

        Assert.NotEmpty(offered);
        for (var start = window.Start; start < window.End; start += Duration.FromMinutes(1))
            Assert.Equal(offered.Contains(start), IsOpen(rules, host, start, now));
    }
}
