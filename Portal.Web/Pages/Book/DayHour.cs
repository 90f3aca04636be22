using NodaTime;

namespace Portal.Web.Pages.Book;

/// <summary>The hours of a day that have times, one below the other.</summary>
/// <param name="FollowsGap">Hours before it, since the one above, have none.</param>
public sealed record DayHour(LocalTime Hour, IReadOnlyList<ShownTime> Times, bool FollowsGap)
{
    public static IEnumerable<DayHour> Of(IReadOnlyList<ShownTime> times)
    {
        var above = -1;
        foreach (var hour in times.GroupBy(time => time.At.Hour))
        {
            yield return new DayHour(new LocalTime(hour.Key, 0), [.. hour], above >= 0 && above < hour.Key - 1);
            above = hour.Key;
        }
    }
}
