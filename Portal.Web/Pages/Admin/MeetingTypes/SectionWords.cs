using NodaTime;
using Portal.Core.MeetingTypes;
using Portal.Core.Time;

namespace Portal.Web.Pages.Admin.MeetingTypes;

/// <summary>What a folded part of the editor says about itself, so that it need not be opened to be read.</summary>
public static class SectionWords
{
    public static string Times(MeetingTypeDraft draft) => Joined(
        draft.SessionsOnly ? "single sessions only" : $"a start every {MeetingTime.Wait(draft.Increment ?? draft.Length ?? Duration.FromMinutes(30))}",
        draft.BufferBefore + draft.BufferAfter > Duration.Zero ? $"{MeetingTime.Wait(draft.BufferBefore + draft.BufferAfter)} kept free" : null,
        draft.MinimumNotice > Duration.Zero ? $"{MeetingTime.Wait(draft.MinimumNotice)} notice" : "no notice",
        draft.HorizonDays is { } days ? $"{days} days ahead" : null,
        draft.FirstDay is { } first ? $"from {MeetingTime.Day(first)}" : null,
        draft.LastDay is { } last ? $"until {MeetingTime.Day(last)}" : null);

    public static string Limits(MeetingTypeDraft draft) => Joined(
        draft.Capacity > 1 ? $"groups of up to {draft.Capacity}" : "one visitor a meeting",
        draft.MostPerDay is { } day ? $"{day} a day" : null,
        draft.MostPerWeek is { } week ? $"{week} a week" : null,
        draft.MostUpcomingPerEmail is { } each ? $"{each} to come for each email" : null);

    public static string Rules(MeetingTypeDraft draft) => Joined(
        draft.NeedsApproval ? "waits for approval" : "booked at once",
        draft.CancelUntil > Duration.Zero ? $"cancel until {MeetingTime.Wait(draft.CancelUntil)} before" : "cancel at any time",
        draft.MostMoves == 0 ? "cannot be moved"
            : draft.MoveUntil > Duration.Zero ? $"move until {MeetingTime.Wait(draft.MoveUntil)} before"
            : "move at any time",
        draft.ReasonRequired ? "with a reason" : null);

    private static string Joined(params string?[] parts)
    {
        var text = string.Join(" · ", parts.OfType<string>());
        return char.ToUpperInvariant(text[0]) + text[1..];
    }
}
