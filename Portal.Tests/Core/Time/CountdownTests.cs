using NodaTime;
using Portal.Core.Time;

namespace Portal.Tests.Core.Time;

[Trait("Req", "A9")]
public class CountdownTests
{
    [Theory]
    [InlineData(-3600, "Starts now")]
    [InlineData(0, "Starts now")]
    [InlineData(1, "Starts in 1 minute")]
    [InlineData(60, "Starts in 1 minute")]
    [InlineData(61, "Starts in 2 minutes")]
    [InlineData(5 * 60, "Starts in 5 minutes")]
    [InlineData(59 * 60 + 1, "Starts in 1 hour")]
    [InlineData(2 * 3600, "Starts in 2 hours")]
    [InlineData(2 * 3600 + 10 * 60, "Starts in 2 h 10 min")]
    [InlineData(47 * 3600, "Starts in 47 hours")]
    [InlineData(48 * 3600, "Starts in 2 days")]
    [InlineData(3 * 86400 + 5000, "Starts in 3 days")]
    public void The_time_until_a_meeting_is_written_out(int seconds, string text) =>
        Assert.Equal(text, MeetingTime.Until(Duration.FromSeconds(seconds)));

    [Theory]
    [InlineData(-5, "less than 1 min")]
    [InlineData(59, "less than 1 min")]
    [InlineData(60, "1 min")]
    [InlineData(6 * 60 + 59, "6 min")]
    [InlineData(3600, "1 h")]
    [InlineData(2 * 3600 + 10 * 60, "2 h 10 min")]
    [InlineData(3 * 86400, "3 days")]
    public void A_wait_is_written_short(int seconds, string text) =>
        Assert.Equal(text, MeetingTime.Wait(Duration.FromSeconds(seconds)));
}
