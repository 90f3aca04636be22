using NodaTime;

namespace Portal.Core.Notifications;

/// <summary>How long a mail waits after a failed attempt. The jitter keeps mails that failed together from returning together.</summary>
internal static class RetryDelay
{
    public static readonly Duration First = Duration.FromSeconds(10);

    public static readonly Duration Longest = Duration.FromHours(1);

    /// <summary>For a mail server that is away: all that waits is sent within minutes of its return.</summary>
    public static readonly Duration LongestOutage = Duration.FromMinutes(4);

    /// <summary>For a mail that was not accepted: no wait is longer than an eighth of what it has waited already.</summary>
    public static Duration LongestAt(Duration age) => Duration.Max(LongestOutage, Duration.Min(age / 8, Longest));

    /// <param name="attempts">Failed so far, at least 1.</param>
    /// <param name="jitter">From 0 to 1.</param>
    public static Duration After(int attempts, Duration longest, double jitter)
    {
        var doubled = First * Math.Pow(2, Math.Min(attempts - 1, 20)) * (1 + jitter / 4);
        return doubled < longest ? doubled : longest;
    }
}
