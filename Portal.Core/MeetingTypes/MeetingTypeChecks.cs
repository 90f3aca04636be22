using NodaTime;
using Portal.Core.Organizations;
using Portal.Core.Scheduling;
using static Portal.Core.MeetingTypes.MeetingTypeProblemKind;

namespace Portal.Core.MeetingTypes;

/// <summary>Everything that can be said about a draft without the database. Each problem names its field.</summary>
public static class MeetingTypeChecks
{
    public const int LongestName = 200;
    public const int LongestDescription = 2000;
    public const int ShortestMinutes = 5;
    public const int MinutesOfADay = 24 * 60;
    public const int MostLengths = 8;
    public const int MostMeetings = 1000;
    public const int MostMoves = 100;
    public const int MostHosts = 50;
    public const int HeaviestWeight = 100;

    // a year is longer than anybody means, and short enough that no sum overflows
    private const int LongestPolicyMinutes = 365 * MinutesOfADay;
    private const int LongestNoticeMinutes = SlotRules.LongestDays * MinutesOfADay;

    public static IReadOnlyList<MeetingTypeProblem> ProblemsOf(MeetingTypeDraft draft) =>
    [
        .. draft.Unreadable.Distinct().Select(field => new MeetingTypeProblem(field, Malformed)),
        // what else is said of such a field would be about something nobody typed
        .. Readable(draft).Where(problem => !draft.Unreadable.Contains(problem.Field)),
    ];

    private static IEnumerable<MeetingTypeProblem> Readable(MeetingTypeDraft draft) =>
        [.. Basics(draft), .. Times(draft), .. Limits(draft), .. Hosts(draft), .. QuestionChecks.ProblemsOf(draft.Questions)];

    private static IEnumerable<MeetingTypeProblem> Basics(MeetingTypeDraft draft)
    {
        if (draft.Name.Length is 0 or > LongestName)
            yield return new(nameof(draft.Name), draft.Name.Length == 0 ? Missing : TooLong, Most: LongestName);
        // one that cannot be made of the name has to be typed; without a name nothing more is asked
        if (draft.Name.Length > 0 && !Slug.IsValid(draft.Slug))
            yield return new(nameof(draft.Slug), draft.Slug.Length == 0 ? Missing : Malformed, Slug.ShortestLength, Slug.LongestLength);
        if (draft.Description.Length > LongestDescription)
            yield return new(nameof(draft.Description), TooLong, Most: LongestDescription);
        if (draft.Length is null)
            yield return new(nameof(draft.Length), Missing);
        else if (OutOf(nameof(draft.Length), draft.Length.Value, ShortestMinutes, MinutesOfADay) is { } length)
            yield return length;

        var further = draft.FurtherLengths;
        if (further.Count > MostLengths)
            yield return new(nameof(draft.FurtherLengths), TooMany, Most: MostLengths);
        else if (further.Select(each => OutOf(nameof(draft.FurtherLengths), each, ShortestMinutes, MinutesOfADay)).FirstOrDefault(problem => problem is not null) is { } wrong)
            yield return wrong;
        else if (further.Distinct().Count() < further.Count || (draft.Length is { } usual && further.Contains(usual)))
            yield return new(nameof(draft.FurtherLengths), Repeated);
    }

    private static IEnumerable<MeetingTypeProblem> Times(MeetingTypeDraft draft)
    {
        MeetingTypeProblem?[] ranges =
        [
            draft.Increment is { } increment ? OutOf(nameof(draft.Increment), increment, ShortestMinutes, MinutesOfADay) : null,
            OutOf(nameof(draft.StartOffset), draft.StartOffset, 0, MinutesOfADay),
            OutOf(nameof(draft.BufferBefore), draft.BufferBefore, 0, MinutesOfADay),
            OutOf(nameof(draft.BufferAfter), draft.BufferAfter, 0, MinutesOfADay),
            OutOf(nameof(draft.MinimumNotice), draft.MinimumNotice, 0, LongestNoticeMinutes),
            OutOf(nameof(draft.CancelUntil), draft.CancelUntil, 0, LongestPolicyMinutes),
            OutOf(nameof(draft.MoveUntil), draft.MoveUntil, 0, LongestPolicyMinutes),
            draft.HorizonDays is null
                ? new(nameof(draft.HorizonDays), Missing)
                : OutOf(nameof(draft.HorizonDays), draft.HorizonDays, 0, SlotRules.LongestDays),
        ];
        foreach (var problem in ranges.OfType<MeetingTypeProblem>())
            yield return problem;
        if (draft.LastDay < draft.FirstDay)
            yield return new(nameof(draft.LastDay), BeforeFirstDay);
    }

    private static IEnumerable<MeetingTypeProblem> Limits(MeetingTypeDraft draft)
    {
        if (draft.Capacity is null)
            yield return new(nameof(draft.Capacity), Missing);
        MeetingTypeProblem?[] ranges =
        [
            OutOf(nameof(draft.Capacity), draft.Capacity, 1, MostMeetings),
            OutOf(nameof(draft.MostPerDay), draft.MostPerDay, 1, MostMeetings),
            OutOf(nameof(draft.MostPerWeek), draft.MostPerWeek, 1, MostMeetings),
            OutOf(nameof(draft.MostMoves), draft.MostMoves, 0, MostMoves),
            OutOf(nameof(draft.MostUpcomingPerEmail), draft.MostUpcomingPerEmail, 1, MostMeetings),
        ];
        foreach (var problem in ranges.OfType<MeetingTypeProblem>())
            yield return problem;
    }

    private static IEnumerable<MeetingTypeProblem> Hosts(MeetingTypeDraft draft)
    {
        if (draft.Hosts.Count == 0)
            yield return new(nameof(draft.Hosts), Missing);
        if (draft.Hosts.Count > MostHosts)
            yield return new(nameof(draft.Hosts), TooMany, Most: MostHosts);
        if (draft.Hosts.DistinctBy(host => host.HostId).Count() < draft.Hosts.Count)
            yield return new(nameof(draft.Hosts), Repeated);
        for (var i = 0; i < draft.Hosts.Count; i++)
            if (OutOf($"{nameof(draft.Hosts)}[{i}].{nameof(HostDraft.Weight)}", draft.Hosts[i].Weight, 1, HeaviestWeight) is { } problem)
                yield return problem;
    }

    private static MeetingTypeProblem? OutOf(string field, Duration value, int least, int most) =>
        value < Duration.FromMinutes(least) || value > Duration.FromMinutes(most) ? new(field, OutOfRange, least, most) : null;

    private static MeetingTypeProblem? OutOf(string field, int? value, int least, int most) =>
        value < least || value > most ? new(field, OutOfRange, least, most) : null;
}
