using NodaTime;
using Portal.Core.Time;

namespace Portal.Tests.Core.Time;

public class PortalClockTests
{
    [Fact]
    public void It_tells_the_time_of_the_machine_in_whole_microseconds()
    {
        var before = SystemClock.Instance.GetCurrentInstant() - Duration.FromMilliseconds(1);
        var readings = Enumerable.Range(0, 1000).Select(_ => new PortalClock().GetCurrentInstant()).ToList();
        var after = SystemClock.Instance.GetCurrentInstant();

        Assert.All(readings, reading =>
        {
            Assert.InRange(reading, before, after);
            Assert.Equal(0, (reading - NodaConstants.UnixEpoch).SubsecondNanoseconds % 1000);
        });
    }
}
