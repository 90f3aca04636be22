using NodaTime;

namespace Portal.Core.MeetingTypes;

/// <summary>A type in the list of those who edit it.</summary>
/// <param name="Lengths">The usual one first.</param>
/// <param name="HostNames">In their order.</param>
public sealed record OwnMeetingType(
    Guid Id,
    string Slug,
    string Name,
    MeetingTypeVisibility Visibility,
    string? LinkKey,
    IReadOnlyList<Duration> Lengths,
    HostAssignment Assignment,
    int Capacity,
    bool NeedsApproval,
    bool SessionsOnly,
    IReadOnlyList<string> HostNames,
    int Version);
