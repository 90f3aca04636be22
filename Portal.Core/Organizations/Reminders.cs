using NodaTime;

namespace Portal.Core.Organizations;

/// <summary>How long before a meeting its people are reminded.</summary>
public static class Reminders
{
    public const int Most = 5;

    public static readonly Duration Shortest = Duration.FromMinutes(5);

    public static readonly Duration Longest = Duration.FromDays(30);

    /// <summary>What an organisation begins with.</summary>
    public static readonly IReadOnlyList<Duration> Usual = [Duration.FromDays(1), Duration.FromHours(1)];
}
