using Portal.Core.MeetingTypes;

namespace Portal.Web.Pages.Admin.MeetingTypes;

/// <summary>One question in the editor.</summary>
public sealed class QuestionInput
{
    public string? Label { get; set; }

    public string? Hint { get; set; }

    public QuestionKind Kind { get; set; }

    public bool IsRequired { get; set; }

    /// <summary>One a line.</summary>
    public string? Choices { get; set; }

    public string? Key { get; set; }

    public QuestionDraft ToDraft() => new(
        Key?.Trim() ?? "", Label?.Trim() ?? "", Hint?.Trim() ?? "", Kind, IsRequired,
        [.. (Choices ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]);

    public static QuestionInput Of(QuestionDraft draft) => new()
    {
        Label = draft.Label,
        Hint = draft.Hint,
        Kind = draft.Kind,
        IsRequired = draft.IsRequired,
        Choices = string.Join('\n', draft.Choices),
        Key = draft.Key,
    };
}
