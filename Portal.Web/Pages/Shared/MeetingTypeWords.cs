using NodaTime;
using Portal.Core.MeetingTypes;
using Portal.Core.Time;

namespace Portal.Web.Pages.Shared;

/// <summary>What editors of meeting types read: the kinds of questions, and what is wrong with what they typed.</summary>
public static class MeetingTypeWords
{
    private static readonly HashSet<string> Durations =
    [
        nameof(MeetingTypeDraft.Length), nameof(MeetingTypeDraft.FurtherLengths), nameof(MeetingTypeDraft.Increment),
        nameof(MeetingTypeDraft.StartOffset), nameof(MeetingTypeDraft.BufferBefore), nameof(MeetingTypeDraft.BufferAfter),
        nameof(MeetingTypeDraft.MinimumNotice), nameof(MeetingTypeDraft.CancelUntil), nameof(MeetingTypeDraft.MoveUntil),
    ];

    /// <summary>Whether the limits of a problem with this field are minutes.</summary>
    public static bool IsDuration(string field) => Durations.Contains(field);

    public static string Of(QuestionKind kind) => kind switch
    {
        QuestionKind.ShortText => "Short text",
        QuestionKind.LongText => "Long text",
        QuestionKind.Choice => "One of several choices",
        QuestionKind.Choices => "Any of several choices",
        QuestionKind.YesNo => "Yes or no",
        QuestionKind.Phone => "Phone number",
        QuestionKind.Number => "Number",
        QuestionKind.Date => "Date",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of question."),
    };

    public static string Of(MeetingTypeProblem problem) => problem.Kind switch
    {
        MeetingTypeProblemKind.Missing => Missing(problem.Field),
        MeetingTypeProblemKind.TooLong when problem.Field.EndsWith(".Choices", StringComparison.Ordinal) => $"Keep each choice to {problem.Most} characters.",
        MeetingTypeProblemKind.TooLong => $"Keep it to {problem.Most} characters.",
        MeetingTypeProblemKind.OutOfRange => $"Take {Range(problem)}.",
        MeetingTypeProblemKind.Repeated => Repeated(problem.Field),
        MeetingTypeProblemKind.Malformed => Malformed(problem.Field),
        MeetingTypeProblemKind.Taken => "Another meeting type has this word in its address. Take another.",
        MeetingTypeProblemKind.Reserved => "The booking page itself uses this word. Take another.",
        MeetingTypeProblemKind.BeforeFirstDay => "The last day is before the first.",
        MeetingTypeProblemKind.NotConfigured => "This provider has no account here. Set one up under Settings, or choose another.",
        MeetingTypeProblemKind.NotAHost => "One of the hosts is no host of your organisation any more. Choose again.",
        MeetingTypeProblemKind.TooFew => $"Write at least {problem.Least} choices, one a line.",
        MeetingTypeProblemKind.TooMany => $"Keep it to {problem.Most}.",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem.Kind, "Not a kind of problem."),
    };

    private static string Missing(string field) => field switch
    {
        nameof(MeetingTypeDraft.Name) => "Give it a name.",
        nameof(MeetingTypeDraft.Slug) => "Write a word for the address; none can be made of this name.",
        nameof(MeetingTypeDraft.Length) => "Say how many minutes it takes.",
        nameof(MeetingTypeDraft.HorizonDays) => "Say how many days ahead it can be booked.",
        nameof(MeetingTypeDraft.Capacity) => "Say how many visitors one meeting takes.",
        nameof(MeetingTypeDraft.Hosts) => "Choose at least one host.",
        _ => "Write the question, or remove it.",
    };

    private static string Repeated(string field) => field switch
    {
        nameof(MeetingTypeDraft.FurtherLengths) => "A length stands here twice, or is the usual one.",
        nameof(MeetingTypeDraft.Hosts) => "A host stands here twice.",
        _ when field.EndsWith(".Choices", StringComparison.Ordinal) => "A choice stands here twice.",
        _ => "Another question has this word. Take another.",
    };

    private static string Malformed(string field) => field switch
    {
        nameof(MeetingTypeDraft.Slug) => "Take 3 to 64 lower-case letters, digits and single hyphens.",
        nameof(MeetingTypeDraft.FurtherLengths) => "Write minutes, with commas between: 15, 60.",
        nameof(MeetingTypeDraft.FirstDay) or nameof(MeetingTypeDraft.LastDay) => "Write a day like 2026-11-24.",
        nameof(MeetingTypeDraft.Visibility) or nameof(MeetingTypeDraft.Assignment) => "Choose one of the answers offered.",
        _ when field.EndsWith(".Key", StringComparison.Ordinal) => "Take lower-case letters, digits and single hyphens.",
        _ when field.EndsWith(".Kind", StringComparison.Ordinal) => "Choose one of the answers offered.",
        _ => "Write a whole number.",
    };

    private static string Range(MeetingTypeProblem problem) => IsDuration(problem.Field)
        ? $"{(problem.Least == 0 ? "0 min" : In(problem.Least))} to {In(problem.Most)}"
        : $"a whole number from {problem.Least} to {problem.Most}";

    private static string In(int minutes) => MeetingTime.Wait(Duration.FromMinutes(minutes));
}
