using System.Globalization;
using NodaTime.Text;
using Portal.Core.MeetingTypes;

namespace Portal.Core.Bookings.Rules;

/// <summary>What is wrong with one answer.</summary>
public enum AnswerProblemKind
{
    Missing,
    TooLong,
    NotAChoice,
    NotAPhoneNumber,
    NotANumber,
    NotADate,
}

/// <param name="Key">Of the question.</param>
public sealed record AnswerProblem(string Key, AnswerProblemKind Kind);

/// <summary>Every required question is answered, and every answer is of its question's kind.</summary>
internal sealed class AnswersFit : IBookingRule
{
    public const int LongestShort = 200;
    public const int Longest = 4000;

    private const int FewestDigits = 5;

    public Task<BookSlotOutcome?> FindRefusalAsync(BookingAttempt attempt, CancellationToken ct)
    {
        var problems = attempt.Type.Questions
            .Select(question => ProblemOf(question, Given(question, attempt.Request)) is { } kind ? new AnswerProblem(question.Key, kind) : null)
            .OfType<AnswerProblem>()
            .ToList();
        return Task.FromResult<BookSlotOutcome?>(problems.Count == 0 ? null : new BookSlotOutcome.AnswersRefused(problems));
    }

    /// <summary>The answers worth keeping: those given, in the order of the form.</summary>
    public static IEnumerable<BookingAnswer> AnswersOf(MeetingType type, BookSlotRequest request) => type.Questions
        .OrderBy(question => question.Position)
        .Select(question => (Question: question, Given: Given(question, request)))
        .Where(answer => answer.Given.Count > 0)
        .Select((answer, position) => new BookingAnswer
        {
            Position = position,
            Question = answer.Question.Label,
            Kind = answer.Question.Kind,
            Value = string.Join('\n', answer.Given),
        });

    private static List<string> Given(MeetingQuestion question, BookSlotRequest request) =>
        request.Answers.TryGetValue(question.Key, out var values)
            ? [.. values.Select(value => value.Trim()).Where(value => value.Length > 0)]
            : [];

    private static AnswerProblemKind? ProblemOf(MeetingQuestion question, List<string> given)
    {
        if (given.Count == 0)
            return question.IsRequired ? AnswerProblemKind.Missing : null;
        if (given.Count > 1 && question.Kind != QuestionKind.Choices)
            return AnswerProblemKind.NotAChoice;
        if (given.Sum(value => value.Length + 1) - 1 > (question.Kind == QuestionKind.ShortText ? LongestShort : Longest))
            return AnswerProblemKind.TooLong;
        var value = given[0];
        return question.Kind switch
        {
            QuestionKind.Choice or QuestionKind.Choices when !given.TrueForAll(question.Choices.Contains) => AnswerProblemKind.NotAChoice,
            QuestionKind.YesNo when value is not ("yes" or "no") => AnswerProblemKind.NotAChoice,
            QuestionKind.Phone when !IsPhone(value) => AnswerProblemKind.NotAPhoneNumber,
            QuestionKind.Number when !decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _) => AnswerProblemKind.NotANumber,
            QuestionKind.Date when !LocalDatePattern.Iso.Parse(value).Success => AnswerProblemKind.NotADate,
            _ => null,
        };
    }

    // people write numbers in every way; what cannot be dialled is refused
    private static bool IsPhone(string text) =>
        text.Count(char.IsAsciiDigit) >= FewestDigits && text.All(character => char.IsAsciiDigit(character) || "+()/-. ".Contains(character, StringComparison.Ordinal));
}
