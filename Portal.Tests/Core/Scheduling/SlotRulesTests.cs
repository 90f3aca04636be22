using NodaTime;
using Portal.Core.Scheduling;
using static Portal.Tests.Core.Scheduling.Sketch;

namespace Portal.Tests.Core.Scheduling;

[Trait("Req", "C1")]
public class SlotRulesTests
{
    private static readonly Duration Negative = Duration.FromMinutes(-1);
    private static readonly Duration Fraction = Duration.FromMilliseconds(1500);
    private static readonly Duration TooLong = Duration.FromDays(SlotRules.LongestDays) + Duration.FromSeconds(1);

    [Fact]
    public void The_increment_is_the_length_unless_set()
    {
        var rules = new SlotRules { Length = Duration.FromMinutes(45) };

        Assert.Equal(Duration.FromMinutes(45), rules.Increment);
        Assert.Equal(Duration.FromMinutes(15), (rules with { Increment = Duration.FromMinutes(15) }).Increment);
    }

    [Fact]
    public void Length_and_increment_must_be_positive_and_in_whole_seconds()
    {
        foreach (var wrong in new[] { Duration.Zero, Negative, Fraction, TooLong, Duration.MinValue, Duration.MaxValue })
        {
            Refused(nameof(SlotRules.Length), () => HalfHours with { Length = wrong });
            Refused(nameof(SlotRules.Increment), () => HalfHours with { Increment = wrong });
        }
    }

    [Fact]
    public void Buffers_must_not_be_negative_and_in_whole_seconds()
    {
        foreach (var wrong in new[] { Negative, Fraction, TooLong })
        {
            Refused(nameof(SlotRules.BufferBefore), () => HalfHours with { BufferBefore = wrong });
            Refused(nameof(SlotRules.BufferAfter), () => HalfHours with { BufferAfter = wrong });
        }
    }

    [Fact]
    public void Notice_and_horizon_must_not_be_negative_or_absurd()
    {
        Refused(nameof(SlotRules.MinimumNotice), () => HalfHours with { MinimumNotice = Negative });
        Refused(nameof(SlotRules.MinimumNotice), () => HalfHours with { MinimumNotice = TooLong });
        Refused(nameof(SlotRules.HorizonDays), () => HalfHours with { HorizonDays = -1 });
        Refused(nameof(SlotRules.HorizonDays), () => HalfHours with { HorizonDays = SlotRules.LongestDays + 1 });
    }

    private static void Refused(string name, Func<SlotRules> rules) =>
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(rules).ParamName);
}
