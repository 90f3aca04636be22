using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Core.MeetingTypes;
using Portal.Web.Pages.Shared;

namespace Portal.Web.Pages.Admin.MeetingTypes;

/// <summary>Between what Core says of a draft and what stands beside a field of the form.</summary>
public static partial class EditorProblems
{
    private const string Prefix = "Input.";

    /// <summary>Fields the browser sent something for that is no number and none of the choices.</summary>
    public static IEnumerable<string> UnreadFields(this ModelStateDictionary state) => state
        .Where(entry => entry.Value!.Errors.Count > 0 && entry.Key.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(entry => entry.Key[Prefix.Length..].Replace(".Amount", "", StringComparison.Ordinal).Replace(".Unit", "", StringComparison.Ordinal))
        .ToList();

    public static void Show(this ModelStateDictionary state, IReadOnlyList<MeetingTypeProblem> problems, MeetingTypeInput input)
    {
        foreach (var entry in state.Values)
            entry.Errors.Clear();
        foreach (var problem in problems)
            state.AddModelError(FieldOf(problem.Field, input), MeetingTypeWords.Of(problem));
    }

    private static string FieldOf(string field, MeetingTypeInput input) => field switch
    {
        nameof(input.MinimumNotice) or nameof(input.CancelUntil) or nameof(input.MoveUntil) => $"{Prefix}{field}.{nameof(AmountInput.Amount)}",
        _ when HostField().Match(field) is { Success: true } match =>
            $"{Prefix}{nameof(input.Hosts)}[{RowOf(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), input)}]{match.Groups[2].Value}",
        _ => Prefix + field,
    };

    // the draft knows only those who take part, the form everybody
    private static int RowOf(int host, MeetingTypeInput input) =>
        input.Hosts.Select((row, index) => (row, index)).Where(pair => pair.row.Takes).Select(pair => pair.index).ElementAtOrDefault(host);

    [GeneratedRegex("^Hosts\\[(\\d+)\\](\\..+)$")]
    private static partial Regex HostField();
}
