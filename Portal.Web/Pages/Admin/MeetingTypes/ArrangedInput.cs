using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Core.MeetingTypes;

namespace Portal.Web.Pages.Admin.MeetingTypes;

/// <summary>Adding, removing and moving the questions and hosts of a form that is not saved yet.</summary>
public static class ArrangedInput
{
    private static readonly string[] Lists = [$"{Prefix}{nameof(MeetingTypeInput.Questions)}", $"{Prefix}{nameof(MeetingTypeInput.Hosts)}"];

    private const string Prefix = "Input.";

    /// <param name="act">The value of the button pressed: <c>question-add</c>, <c>question-up:1</c>, <c>host-down:0</c> …</param>
    /// <returns>The field to go on with; null when the act means nothing here.</returns>
    public static string? Arrange(this MeetingTypeInput input, string? act)
    {
        var parts = (act ?? "").Split(':');
        var index = parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        switch (parts[0])
        {
            case "question-add":
                input.Questions.Add(new QuestionInput());
                return QuestionAt(input.Questions.Count - 1);
            case "question-remove" when index >= 0 && index < input.Questions.Count:
                input.Questions.RemoveAt(index);
                return input.Questions.Count > 0 ? QuestionAt(Math.Min(index, input.Questions.Count - 1)) : null;
            case "question-up":
                return QuestionAt(Swap(input.Questions, index, index - 1));
            case "question-down":
                return QuestionAt(Swap(input.Questions, index, index + 1));
            case "host-up":
                return HostAt(Swap(input.Hosts, index, index - 1));
            case "host-down":
                return HostAt(Swap(input.Hosts, index, index + 1));
            default:
                return null;
        }
    }

    /// <summary>Everybody who may be chosen is a row of the form; whoever may not any more is none.</summary>
    public static void OfferHosts(this MeetingTypeInput input, IReadOnlyList<HostChoice> choices)
    {
        input.Hosts.RemoveAll(host => choices.All(choice => choice.UserId != host.HostId));
        input.Hosts.AddRange(choices
            .Where(choice => input.Hosts.All(host => host.HostId != choice.UserId))
            .Select(choice => new HostInput { HostId = choice.UserId }));
    }

    /// <summary>Lists are shown as they are arranged now, everything else as it was typed; nothing is complained about yet.</summary>
    public static void ForgetArranged(this ModelStateDictionary state)
    {
        foreach (var (key, entry) in state.ToList())
        {
            if (Array.Exists(Lists, list => key.StartsWith(list, StringComparison.Ordinal)))
                state.Remove(key);
            entry?.Errors.Clear();
        }
    }

    private static int Swap<T>(List<T> list, int from, int to)
    {
        if (from < 0 || from >= list.Count || to < 0 || to >= list.Count)
            return from;
        (list[from], list[to]) = (list[to], list[from]);
        return to;
    }

    private static string QuestionAt(int index) => $"{Prefix}{nameof(MeetingTypeInput.Questions)}[{index}].{nameof(QuestionInput.Label)}";

    private static string HostAt(int index) => $"{Prefix}{nameof(MeetingTypeInput.Hosts)}[{index}].{nameof(HostInput.Takes)}";
}
