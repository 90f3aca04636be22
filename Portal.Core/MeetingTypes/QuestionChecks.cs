using System.Text.RegularExpressions;
using Portal.Core.Organizations;
using static Portal.Core.MeetingTypes.MeetingTypeProblemKind;

namespace Portal.Core.MeetingTypes;

/// <summary>What can be wrong with the questions of a draft, and the words that fill their answers in.</summary>
internal static partial class QuestionChecks
{
    private const int MostQuestions = 30;
    private const int LongestLabel = 200;
    private const int LongestHint = 500;
    private const int LongestKey = 40;
    private const int LongestChoice = 200;
    private const int FewestChoices = 2;
    private const int MostChoices = 50;

    // words the address of a booking page already uses
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "article", "booked", "date", "email", "find", "guests", "handler", "key", "length", "month", "name", "notes", "org",
        "remember", "start", "time", "type", "view", "zone", "zones",
    };

    public static IEnumerable<MeetingTypeProblem> ProblemsOf(IReadOnlyList<QuestionDraft> questions)
    {
        if (questions.Count > MostQuestions)
            yield return new(nameof(MeetingTypeDraft.Questions), TooMany, Most: MostQuestions);
        for (var i = 0; i < questions.Count; i++)
        {
            var (question, before) = (questions[i], questions.Take(i));
            var field = $"{nameof(MeetingTypeDraft.Questions)}[{i}].";
            if (question.Label.Length is 0 or > LongestLabel)
                yield return new(field + nameof(question.Label), question.Label.Length == 0 ? Missing : TooLong, Most: LongestLabel);
            if (question.Hint.Length > LongestHint)
                yield return new(field + nameof(question.Hint), TooLong, Most: LongestHint);
            if (KeyProblem(question.Key, before) is { } key)
                yield return new(field + nameof(question.Key), key, 1, LongestKey);
            if (HasChoices(question.Kind) && ChoicesProblem(question.Choices) is { } choices)
                yield return choices with { Field = field + nameof(question.Choices) };
        }
    }

    public static bool HasChoices(QuestionKind kind) => kind is QuestionKind.Choice or QuestionKind.Choices;

    /// <summary>Gives every question without a key one made of its label, unlike those before it.</summary>
    public static IReadOnlyList<QuestionDraft> WithKeys(IReadOnlyList<QuestionDraft> questions)
    {
        var taken = questions.Select(question => question.Key).Where(key => key.Length > 0).Concat(Reserved).ToHashSet(StringComparer.Ordinal);
        return [.. questions.Select((question, i) => question.Key.Length > 0 ? question : question with { Key = NewKey(question.Label, i, taken) })];
    }

    private static string NewKey(string label, int position, HashSet<string> taken)
    {
        var word = Slug.From(label) ?? $"question-{position + 1}";
        // room for the number of a namesake
        word = word[..Math.Min(word.Length, LongestKey - 3)].TrimEnd('-');
        var key = word;
        for (var namesake = 2; !taken.Add(key); namesake++)
            key = $"{word}-{namesake}";
        return key;
    }

    private static MeetingTypeProblemKind? KeyProblem(string key, IEnumerable<QuestionDraft> before) => key switch
    {
        { Length: > LongestKey } => TooLong,
        _ when !KeyForm().IsMatch(key) => Malformed,
        _ when Reserved.Contains(key) => MeetingTypeProblemKind.Reserved,
        _ when before.Any(question => question.Key == key) => Repeated,
        _ => null,
    };

    private static MeetingTypeProblem? ChoicesProblem(IReadOnlyList<string> choices) => choices switch
    {
        { Count: < FewestChoices } => new("", TooFew, FewestChoices),
        { Count: > MostChoices } => new("", TooMany, Most: MostChoices),
        _ when choices.Any(choice => choice.Length > LongestChoice) => new("", TooLong, Most: LongestChoice),
        _ when choices.Distinct(StringComparer.Ordinal).Count() < choices.Count => new("", Repeated),
        _ => null,
    };

    [GeneratedRegex("\\A[a-z0-9]+([-_][a-z0-9]+)*\\z")]
    private static partial Regex KeyForm();
}
