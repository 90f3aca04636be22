using NodaTime;
using Portal.Core.Time;

namespace Portal.Web.Pages.Shared;

/// <summary>The lengths a meeting type is offered in, as people say them: <c>15, 30 or 60 minutes</c>.</summary>
public static class MeetingLengths
{
    private const int LongestInMinutes = 90;

    /// <param name="lengths">At least one, in any order.</param>
    public static string Of(IEnumerable<Duration> lengths)
    {
        var ordered = lengths.Order().ToList();
        if (ordered is [var only])
            return InWords(only);
        var minutes = ordered[^1] <= Duration.FromMinutes(LongestInMinutes);
        var words = ordered.ConvertAll(length => minutes ? $"{length.TotalMinutes}" : InWords(length));
        return $"{string.Join(", ", words[..^1])} or {words[^1]}{(minutes ? " minutes" : "")}";
    }

    private static string InWords(Duration length) =>
        length <= Duration.FromMinutes(LongestInMinutes) ? $"{length.TotalMinutes} minutes" : MeetingTime.Wait(length);
}
