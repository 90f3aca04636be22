using NodaTime;
using Portal.Core.MeetingTypes;

namespace Portal.Core.Availability;

/// <summary>A meeting type as the visitor sees it before booking.</summary>
/// <param name="Length">The one looked at, of <paramref name="Lengths"/>.</param>
/// <param name="Lengths">The usual one first.</param>
/// <param name="HostNames">One for a host; all for a meeting with several hosts together; none when the host is chosen at booking.</param>
/// <param name="Capacity">Above 1 it is a group meeting.</param>
/// <param name="HoldLength">How long an open form keeps its time from others.</param>
public sealed record BookableMeeting(
    string OrganizationSlug,
    string OrganizationName,
    DateTimeZone OrganizationZone,
    string Slug,
    string Name,
    string Description,
    Duration Length,
    IReadOnlyList<Duration> Lengths,
    IReadOnlyList<string> HostNames,
    int Capacity,
    bool NeedsApproval,
    MeetingPolicy Policy,
    IReadOnlyList<MeetingQuestion> Questions,
    Duration HoldLength)
{
    /// <summary>Null when the host is chosen at booking.</summary>
    public string? HostName => HostNames.Count == 0 ? null : string.Join(", ", HostNames);
}
