using NodaTime;
using Portal.Core.Scheduling;
using static Portal.Tests.Core.Scheduling.Sketch;

namespace Portal.Tests.Core.Scheduling;

/// <summary>Mondays 09:00–11:00 in half hours; 2026-11-23 is one.</summary>
[Trait("Req", "N3")]
public class WhyNotTests
{
    private static readonly HostHours Morning = Host(Berlin, "1 09:00-11:00");

    [Fact]
    public void An_offered_time_has_no_reason() => Assert.Empty(Explain(HalfHours, Morning, "2026-11-23T09:30"));

    [Fact]
    public void Outside_the_hours_says_which_hours_the_day_has()
    {
        var reason = Only(ReasonKind.OutsideHours, Explain(HalfHours, Morning, "2026-11-23T15:00"));

        Assert.Equal(new LocalDate(2026, 11, 23), reason.Day);
        Assert.Equal(Morning.HostId, reason.HostId);
        Assert.Equal("09:00-11:00", DayExceptions.ToText(reason.Hours));
        Assert.Empty(Only(ReasonKind.OutsideHours, Explain(HalfHours, Morning, "2026-11-24T09:00")).Hours);
    }

    [Fact]
    public void A_meeting_that_would_reach_past_the_end_is_outside_the_hours() =>
        Only(ReasonKind.OutsideHours, Explain(Rules(60, 30), Morning, "2026-11-23T10:30"));

    [Fact]
    public void Within_the_hours_but_off_the_grid_is_between_starts()
    {
        Only(ReasonKind.BetweenStarts, Explain(HalfHours, Morning, "2026-11-23T09:10"));
        Only(ReasonKind.BetweenStarts, WhyNot.Explain(Of(HalfHours, Morning), At(Berlin, "2026-11-23T09:00").Plus(Duration.FromNanoseconds(1)), Now));
    }

    [Theory]
    [InlineData(DayExceptionKind.DayOff, ReasonKind.HostAway)]
    [InlineData(DayExceptionKind.Holiday, ReasonKind.Holiday)]
    [InlineData(DayExceptionKind.Override, ReasonKind.Override)]
    public void A_closed_date_says_what_it_is_called(DayExceptionKind kind, ReasonKind expected)
    {
        var reason = Only(expected, Explain(HalfHours, With(Morning, Exception("2026-11-23", kind, "", "Harvest")), "2026-11-23T09:00"));

        Assert.Equal("Harvest", reason.Name);
        Assert.Empty(reason.Hours);
    }

    [Fact]
    public void A_date_with_other_hours_says_which()
    {
        var host = With(Morning, Exception("2026-11-23", DayExceptionKind.Override, "10:00-14:00"));

        Assert.Equal("10:00-14:00", DayExceptions.ToText(Only(ReasonKind.Override, Explain(HalfHours, host, "2026-11-23T09:00")).Hours));
        // not in the week's hours either
        Assert.Equal([ReasonKind.Override, ReasonKind.OutsideHours], Kinds(Explain(HalfHours, host, "2026-11-23T15:00")));
    }

    [Fact]
    public void A_night_that_is_closed_is_blamed_for_the_morning_after()
    {
        var host = With(Host(Berlin, "7 22:00-02:00"), Exception("2026-11-22", DayExceptionKind.DayOff, "", "Away"));

        Assert.Equal(new LocalDate(2026, 11, 22), Only(ReasonKind.HostAway, Explain(HalfHours, host, "2026-11-23T01:00")).Day);
    }

    [Fact]
    public void Too_soon_says_from_when_on()
    {
        var rules = HalfHours with { MinimumNotice = Duration.FromHours(4) };

        var reason = Only(ReasonKind.Notice, WhyNot.Explain(Of(rules, Morning), At(Berlin, "2026-11-23T09:00"), At(Berlin, "2026-11-23T06:00")));

        Assert.Equal(At(Berlin, "2026-11-23T10:00"), reason.From);
        Only(ReasonKind.Notice, WhyNot.Explain(Of(HalfHours, Morning), At(Berlin, "2026-11-23T09:00"), At(Berlin, "2026-11-23T10:00")));
    }

    [Fact]
    public void Too_far_ahead_says_until_when()
    {
        var now = At(Berlin, "2026-11-09T12:00");

        Assert.Equal(At(Berlin, "2026-11-20T00:00"), Only(ReasonKind.Horizon,
            WhyNot.Explain(Of(HalfHours with { HorizonDays = 10 }, Morning), At(Berlin, "2026-11-23T09:00"), now)).Until);
        Assert.Equal(At(Berlin, "2026-11-23T00:00"), Only(ReasonKind.Horizon,
            Explain(HalfHours with { LastDay = new LocalDate(2026, 11, 22) }, Morning, "2026-11-23T09:00")).Until);
        Assert.Equal(At(Berlin, "2026-11-24T00:00"), Only(ReasonKind.Horizon,
            Explain(HalfHours with { FirstDay = new LocalDate(2026, 11, 24) }, Morning, "2026-11-23T09:00")).From);
    }

    [Theory]
    [InlineData(BusyKind.Booked, ReasonKind.Busy)]
    [InlineData(BusyKind.Held, ReasonKind.Held)]
    [InlineData(BusyKind.Calendar, ReasonKind.Calendar)]
    public void What_is_in_the_way_says_what_it_is_and_how_long(BusyKind busy, ReasonKind expected)
    {
        var (from, until) = (At(Berlin, "2026-11-23T09:15"), At(Berlin, "2026-11-23T09:45"));

        var reason = Only(expected, Explain(HalfHours, Morning with { Busy = [new BusyTime(from, until, busy)] }, "2026-11-23T09:30"));

        Assert.Equal(new Interval(from, until), reason.Blocking);
    }

    [Fact]
    public void A_meeting_that_fits_without_its_buffers_says_so()
    {
        var host = Morning with { Busy = [Busy(Berlin, "2026-11-23T10:00", "2026-11-23T10:30")] };

        Only(ReasonKind.Buffer, Explain(HalfHours with { BufferAfter = Duration.FromMinutes(5) }, host, "2026-11-23T09:30"));
        Only(ReasonKind.Buffer, Explain(HalfHours with { BufferBefore = Duration.FromMinutes(5) }, host, "2026-11-23T10:30"));
    }

    [Fact]
    public void A_full_day_and_a_full_week_say_whose_and_how_many()
    {
        var meetings = new[] { At(Berlin, "2026-11-23T15:00") };

        var day = Only(ReasonKind.Limit, Explain(HalfHours, Morning with { Limit = new MeetingLimit(1, null), Meetings = meetings }, "2026-11-23T09:00"));
        var week = Only(ReasonKind.Limit, WhyNot.Explain(
            Of(HalfHours with { Limit = new MeetingLimit(null, 1) }, Morning) with { Meetings = meetings }, At(Berlin, "2026-11-23T09:00"), Now));

        Assert.Equal((Morning.HostId, LimitPeriod.Day, 1), (day.HostId, day.Period, day.Limit));
        Assert.Equal((null, LimitPeriod.Week, 1), (week.HostId, week.Period, week.Limit));
    }

    [Fact]
    public void A_full_group_says_how_many_it_takes()
    {
        var start = At(Berlin, "2026-11-23T09:00");
        var host = Morning with { Groups = [new GroupMeeting(start, start + HalfHours.Length, 4)], Busy = [Taken(start, start + HalfHours.Length)] };

        Assert.Equal(4, Only(ReasonKind.Capacity, Explain(HalfHours with { Capacity = 4 }, host, "2026-11-23T09:00")).Limit);
    }

    [Fact]
    public void A_type_for_sessions_only_says_so() =>
        Only(ReasonKind.SessionsOnly, Explain(HalfHours with { SessionsOnly = true }, Morning, "2026-11-23T09:00"));

    [Fact]
    public void A_type_without_hosts_says_so() =>
        Only(ReasonKind.NoHosts, WhyNot.Explain(Of(HalfHours), At(Berlin, "2026-11-23T09:00"), Now));

    [Fact]
    public void Reasons_of_every_host_come_in_one_order()
    {
        var busy = Morning with { HostId = Guid.NewGuid(), Busy = [Busy(Berlin, "2026-11-23T09:00", "2026-11-23T10:00")] };
        var away = With(Morning, Exception("2026-11-23", DayExceptionKind.DayOff, ""));

        var reasons = WhyNot.Explain(Of(HalfHours with { LastDay = new LocalDate(2026, 11, 1) }, busy, away), At(Berlin, "2026-11-23T09:00"), Now);

        Assert.Equal([(ReasonKind.HostAway, away.HostId), (ReasonKind.Horizon, null), (ReasonKind.Busy, busy.HostId)],
            reasons.Select(reason => (reason.Kind, reason.HostId)));
    }

    [Fact]
    public void A_collective_meeting_says_who_is_in_the_way()
    {
        var ben = Host(Berlin, "1 09:10-10:00");

        var reasons = WhyNot.Explain(Of(HalfHours, Morning, ben) with { Combination = HostCombination.All }, At(Berlin, "2026-11-23T09:00"), Now);

        Assert.Equal(ben.HostId, Only(ReasonKind.OutsideHours, reasons).HostId);
    }

    [Fact]
    public void A_wall_time_that_the_clock_skips_does_not_exist()
    {
        var skipped = Assert.Single(WhyNot.Explain(Of(HalfHours, Host(Berlin, "7 01:00-04:00")), new LocalDateTime(2026, 3, 29, 2, 30), Berlin, Now));

        Assert.Null(skipped.Start);
        Only(ReasonKind.DoesNotExist, skipped.Reasons);
    }

    [Fact]
    public void A_wall_time_that_comes_twice_is_answered_twice()
    {
        var host = Host(Berlin, "7 01:00-04:00", Taken(Utc("2026-10-25T00:00"), Utc("2026-10-25T01:00")));

        var both = WhyNot.Explain(Of(HalfHours, host), new LocalDateTime(2026, 10, 25, 2, 30), Berlin, Now);

        Assert.Equal([(Utc("2026-10-25T00:30"), false), (Utc("2026-10-25T01:30"), true)], both.Select(one => (one.Start!.Value, one.IsOffered)));
        Only(ReasonKind.Busy, both[0].Reasons);
    }

    private static IReadOnlyList<Reason> Explain(SlotRules rules, HostHours host, string berlin) =>
        WhyNot.Explain(Of(rules, host), At(Berlin, berlin), Now);

    private static Reason Only(ReasonKind kind, IReadOnlyList<Reason> reasons)
    {
        var reason = Assert.Single(reasons);
        Assert.Equal(kind, reason.Kind);
        return reason;
    }

    private static IEnumerable<ReasonKind> Kinds(IReadOnlyList<Reason> reasons) => reasons.Select(reason => reason.Kind);
}
