using NodaTime;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;

namespace Portal.Tests.Core.WaitingRoom;

/// <summary>When it will be somebody's turn, from what is known and nothing else.</summary>
[Trait("Req", "N5")]
public sealed class TurnEstimateTests
{
    private static readonly Guid Own = Guid.NewGuid();
    private static readonly Guid Other = Guid.NewGuid();
    private static readonly Instant Start = World.At("2026-01-06T11:00");

    [Fact]
    public void With_nobody_before_it_is_the_planned_start() =>
        Assert.Equal(new TurnEstimate.At(Start), Estimate("10:50"));

    [Fact]
    public void A_running_meeting_is_awaited_to_its_planned_end() =>
        Assert.Equal(new TurnEstimate.At(World.At("2026-01-06T11:15")), Estimate("11:05", InCall(Other, "11:15")));

    [Fact]
    public void A_running_meeting_that_ends_before_the_planned_start_changes_nothing() =>
        Assert.Equal(new TurnEstimate.At(Start), Estimate("10:50", InCall(Other, "10:55")));

    [Fact]
    public void A_host_who_ran_over_today_is_expected_to_do_so_again() =>
        Assert.Equal(
            new TurnEstimate.At(World.At("2026-01-06T11:21")),
            Estimate("11:05", InCall(Other, "11:15") with { OverrunsToday = [Minutes(10), Minutes(2)] }));

    [Fact]
    public void Ending_early_is_no_reason_to_expect_less_than_was_planned() =>
        Assert.Equal(
            new TurnEstimate.At(World.At("2026-01-06T11:20")),
            Estimate("11:05", InCall(Other, "11:15") with { OverrunsToday = [Minutes(-20), Minutes(10)] }));

    [Fact]
    public void Those_who_wait_before_take_the_length_of_their_meetings_each() =>
        Assert.Equal(
            new TurnEstimate.At(World.At("2026-01-06T12:06")),
            Estimate("11:05", InCall(Other, "11:15") with { OverrunsToday = [Minutes(2)] }, new QueueBefore(3, 2, Minutes(45))));

    [Fact]
    public void A_meeting_that_runs_longer_than_any_of_today_leaves_nothing_to_tell()
    {
        var host = InCall(Other, "11:15") with { OverrunsToday = [Minutes(4)] };

        Assert.Equal(new TurnEstimate.At(World.At("2026-01-06T11:19")), Estimate("11:18", host));
        Assert.Equal(new TurnEstimate.RunsOver(World.At("2026-01-06T11:15")), Estimate("11:19", host));
    }

    [Fact]
    public void After_the_planned_start_with_no_call_running_there_is_nothing_to_go_by()
    {
        Assert.Equal(new TurnEstimate.NothingToGoBy(), Estimate("11:00"));
        Assert.Equal(new TurnEstimate.NothingToGoBy(), Estimate("11:05", Free() with { SawTheDoorAt = World.At("2026-01-06T11:05") }));
    }

    [Fact]
    public void A_queue_tells_something_only_when_the_host_is_there_to_work_it_off()
    {
        var queue = new QueueBefore(1, 1, Minutes(30));

        Assert.Equal(new TurnEstimate.NothingToGoBy(), Estimate("11:05", Free(), queue));
        Assert.Equal(
            new TurnEstimate.At(World.At("2026-01-06T11:35")),
            Estimate("11:05", Free() with { SawTheDoorAt = World.At("2026-01-06T11:04") }, queue));
    }

    [Fact]
    public void The_call_of_one_s_own_meeting_stands_in_nobody_s_way() =>
        Assert.Equal(new TurnEstimate.NothingToGoBy(), Estimate("11:05", InCall(Own, "11:30")));

    private static TurnEstimate Estimate(string at, DoorHost? host = null, QueueBefore? before = null) =>
        TurnEstimate.Of(Start, Own, before ?? QueueBefore.Nobody, host ?? Free(), World.At($"2026-01-06T{at}"));

    private static DoorHost Free() => new("Ada", null, null, null, []);

    private static DoorHost InCall(Guid meeting, string until) => Free() with { InCallOf = meeting, RunningUntil = World.At($"2026-01-06T{until}") };

    private static Duration Minutes(int minutes) => Duration.FromMinutes(minutes);
}
