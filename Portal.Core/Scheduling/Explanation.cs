using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>What became of one wall time: offered if and only if there are no reasons.</summary>
/// <param name="Start">The moment it stands for; null when the clock skips it.</param>
/// <param name="Reasons">In the order of <see cref="ReasonKind"/>.</param>
public sealed record Explanation(Instant? Start, IReadOnlyList<Reason> Reasons)
{
    public bool IsOffered => Reasons.Count == 0;
}
