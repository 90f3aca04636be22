using Portal.Core.Scheduling;

namespace Portal.Web.Pages.Shared;

/// <summary>Why a time cannot be booked, as a visitor is told: one sentence, and nothing about the host's other business (N3).</summary>
/// <param name="IsTaken">It is a time of the host's, and somebody has it.</param>
public sealed record PoliteReason(bool IsTaken, string Sentence)
{
    private static readonly HashSet<ReasonKind> Taken =
        [ReasonKind.Busy, ReasonKind.Held, ReasonKind.Calendar, ReasonKind.Buffer, ReasonKind.Limit, ReasonKind.Capacity];

    /// <param name="reasons">In the order they are given; of several hosts one who is busy says it is taken.</param>
    public static PoliteReason Of(IReadOnlyList<Reason> reasons) => reasons.FirstOrDefault(reason => Taken.Contains(reason.Kind)) is not null
        ? new PoliteReason(true, "This time is taken.")
        : new PoliteReason(false, (reasons.Count == 0 ? null : reasons[0]) switch
        {
            { Kind: ReasonKind.DoesNotExist } => "The clocks go forward then, so this time does not exist.",
            { Kind: ReasonKind.Notice } => "It is too late to book this time.",
            { Kind: ReasonKind.Horizon, Until: null } => "This time cannot be booked yet.",
            { Kind: ReasonKind.Horizon } => "This time is too far ahead to be booked yet.",
            _ => "There are no meetings at this time.",
        });
}
