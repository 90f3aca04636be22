using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using NodaTime;
using Portal.Core.MeetingTypes;
using Portal.Core.Video.Accounts;
using Portal.Web.Pages.Shared;

namespace Portal.Web.Pages.Admin.MeetingTypes;

/// <summary>The form of a new or an existing type.</summary>
/// <param name="FocusOn">The field to go on with after questions or hosts were arranged; null for none.</param>
/// <param name="Video">The providers that are configured.</param>
/// <param name="IsNew">It has no address yet that could break.</param>
public sealed record MeetingTypeForm(MeetingTypeInput Input, IReadOnlyList<HostChoice> Hosts, string Organization, bool IsNew,
    IReadOnlyList<VideoChoice> Video, string? FocusOn = null)
{
    public static IEnumerable<SelectListItem> Kinds { get; } =
    [
        .. Enum.GetValues<QuestionKind>().Select(kind => new SelectListItem(MeetingTypeWords.Of(kind), kind.ToString())),
    ];

    /// <summary>One that lost its account is still shown, so that it can be seen and changed.</summary>
    public IEnumerable<SelectListItem> VideoItems =>
    [
        new("As your organisation has it", ""),
        .. Video.Select(choice => new SelectListItem(choice.Name, choice.Id)),
        .. Input.VideoProvider is { Length: > 0 } chosen && Video.All(choice => choice.Id != chosen) ? [new SelectListItem($"{chosen} (not configured)", chosen)] : Array.Empty<SelectListItem>(),
    ];

    public HostChoice HostOf(HostInput host) => Hosts.First(choice => choice.UserId == host.HostId);

    public string? Focus(string field) => FocusOn == field ? "autofocus" : null;

    /// <summary>A folded part of the form opens by itself when it holds something wrong or something unusual.</summary>
    public bool OpensTimes(ModelStateDictionary state) =>
        Input.Increment is not null || Input.StartOffset > 0 || Input.BufferBefore > 0 || Input.BufferAfter > 0 || Input.SessionsOnly
        || Input.MinimumNotice.ToDuration() != MeetingTypeInput.DefaultNotice || Input.HorizonDays != MeetingTypeInput.DefaultHorizon
        || Input.FirstDay is not null || Input.LastDay is not null
        || HasErrors(state, nameof(Input.Increment), nameof(Input.StartOffset), nameof(Input.BufferBefore), nameof(Input.BufferAfter),
            nameof(Input.MinimumNotice), nameof(Input.HorizonDays), nameof(Input.FirstDay), nameof(Input.LastDay), nameof(Input.SessionsOnly));

    public bool OpensLimits(ModelStateDictionary state) =>
        Input.Capacity > 1 || Input.MostPerDay is not null || Input.MostPerWeek is not null || Input.MostUpcomingPerEmail is not null
        || HasErrors(state, nameof(Input.Capacity), nameof(Input.MostPerDay), nameof(Input.MostPerWeek), nameof(Input.MostUpcomingPerEmail));

    public bool OpensRules(ModelStateDictionary state) =>
        Input.NeedsApproval || Input.ReasonRequired || Input.MostMoves is not null
        || Input.CancelUntil.ToDuration() != Duration.Zero || Input.MoveUntil.ToDuration() != Duration.Zero
        || HasErrors(state, nameof(Input.CancelUntil), nameof(Input.MoveUntil), nameof(Input.MostMoves), nameof(Input.NeedsApproval), nameof(Input.ReasonRequired));

    private static bool HasErrors(ModelStateDictionary state, params string[] fields) => state.Any(entry =>
        entry.Value!.Errors.Count > 0 && Array.Exists(fields, field => entry.Key.StartsWith($"Input.{field}", StringComparison.Ordinal)));
}
