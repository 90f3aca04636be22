using Portal.Core.Scheduling;

namespace Portal.Core.Bookings;

/// <summary>Somebody who could hold a meeting in place of its host.</summary>
/// <param name="IsFree">Nothing else takes the time.</param>
/// <param name="IsAtWork">The time lies within the hours they give.</param>
/// <param name="Reasons">Why not, where one of the two is missing.</param>
public sealed record OtherHost(Guid HostId, string Name, bool IsFree, bool IsAtWork, IReadOnlyList<Reason> Reasons);
