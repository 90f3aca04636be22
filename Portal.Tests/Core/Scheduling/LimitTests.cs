using NodaTime;
using Portal.Core.Scheduling;
using static Portal.Tests.Core.Scheduling.Sketch;

namespace Portal.Tests.Core.Scheduling;

/// <summary>How many meetings a day or week may have, and the dates a type is offered on. 2026-11-23 is a Monday.</summary>
[Trait("Req", "C1")]
public class LimitTests
{
    private static readonly HostHours Weekdays = Host(Berlin, "1 09:00-10:00;2 09:00-10:00;7 09:00-10:00");

    [Theory]
    [InlineData(3, "09:00 09:30")]
    [InlineData(2, "")]
    [InlineData(1, "")]
    [InlineData(0, "")]
    public void A_host_with_as_many_meetings_on_a_day_as_they_want_gets_no_more(int perDay, string times)
    {
        var host = Weekdays with
        {
            Limit = new MeetingLimit(perDay, null),
            Meetings = [At(Berlin, "2026-11-23T00:00"), At(Berlin, "2026-11-23T23:59"), At(Berlin, "2026-11-22T23:59"), At(Berlin, "2026-11-24T00:00")],
        };

        Assert.Equal(times, Times(HalfHours, host, "2026-11-23"));
    }

    [Fact]
    public void A_full_day_leaves_the_next_open() =>
        Assert.Equal("09:00 09:30", Times(HalfHours,
            Weekdays with { Limit = new MeetingLimit(1, null), Meetings = [At(Berlin, "2026-11-23T09:00")] }, "2026-11-24"));

    [Fact]
    public void A_week_is_full_from_Monday_to_Sunday()
    {
        var host = Weekdays with
        {
            Limit = new MeetingLimit(null, 2),
            Meetings = [At(Berlin, "2026-11-23T00:00"), At(Berlin, "2026-11-29T23:59"), At(Berlin, "2026-11-22T23:59"), At(Berlin, "2026-11-30T00:00")],
        };

        Assert.Equal("09:00 09:30", Times(HalfHours, host, "2026-11-22"));
        Assert.Equal("", Times(HalfHours, host, "2026-11-23"));
        Assert.Equal("", Times(HalfHours, host, "2026-11-29"));
        Assert.Equal("09:00 09:30", Times(HalfHours, host, "2026-11-30"));
    }

    [Fact]
    public void A_full_host_leaves_the_time_to_another()
    {
        var full = Weekdays with { Limit = new MeetingLimit(1, null), Meetings = [At(Berlin, "2026-11-23T15:00")] };
        var other = Host(Berlin, "1 09:00-10:00");

        var slots = OpenSlots.Find(Of(HalfHours, full, other), Day(Berlin, "2026-11-23"), Now);

        Assert.Equal(2, slots.Count);
        Assert.All(slots, slot => Assert.Equal(other.HostId, Assert.Single(slot.Hosts)));
    }

    [Fact]
    public void The_limit_of_a_type_counts_days_of_the_organisation_whoever_holds_the_meetings()
    {
        // Tuesday 00:30 in Tokyo is still Monday in Berlin
        var tokyo = Host(Zone("Asia/Tokyo"), "2 00:00-01:00");
        var schedule = Of(HalfHours with { Limit = new MeetingLimit(1, null) }, tokyo) with { Meetings = [At(Berlin, "2026-11-23T09:00")] };

        Assert.Empty(OpenSlots.Find(schedule, Day(tokyo.Zone, "2026-11-24"), Now));
        Assert.Equal(2, OpenSlots.Find(schedule with { Zone = tokyo.Zone }, Day(tokyo.Zone, "2026-11-24"), Now).Count);
    }

    [Fact]
    public void A_type_is_offered_from_its_first_day_to_its_last()
    {
        var host = Host(Berlin, string.Join(';', Enumerable.Range(1, 7).Select(day => $"{day} 00:00-00:00")));
        var rules = Rules(12 * 60) with { FirstDay = new LocalDate(2026, 11, 23), LastDay = new LocalDate(2026, 11, 24) };

        var slots = OpenSlots.Find(Of(rules, host), new Interval(null, null), Now);

        Assert.Equal(["23 00", "23 12", "24 00", "24 12"], slots.Select(slot => $"{slot.Start.InZone(Berlin):dd HH}"));
    }

    [Fact]
    public void The_last_day_may_be_the_end_of_the_calendar() =>
        Assert.NotEmpty(OpenSlots.Find(Of(HalfHours with { LastDay = LocalDate.MaxIsoValue }, Weekdays), Day(Berlin, "2026-11-23"), Now));

    [Fact]
    public void The_offset_moves_the_first_start_of_every_range() =>
        Assert.Equal("09:10 09:40 13:10 13:40", Times(HalfHours with { Offset = Duration.FromMinutes(10) },
            Host(Berlin, "1 09:00-10:20;1 13:00-14:10"), "2026-11-23"));
}
