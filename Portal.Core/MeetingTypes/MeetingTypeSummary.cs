using NodaTime;

namespace Portal.Core.MeetingTypes;

/// <summary>A meeting type on its organisation's booking page.</summary>
/// <param name="Lengths">What a visitor may choose from, the usual one first.</param>
/// <param name="Capacity">Above 1 it is a group meeting.</param>
/// <param name="HostName">Null when the host is chosen at booking, or there are several.</param>
/// <param name="HostProfile">In the address of that host's public profile; null when they have none.</param>
/// <param name="IsCollective">All hosts together.</param>
public sealed record MeetingTypeSummary(
    string Slug,
    string Name,
    string Description,
    IReadOnlyList<Duration> Lengths,
    int Capacity,
    int HostCount,
    string? HostName,
    string? HostProfile,
    bool IsCollective);
