using Portal.Core.MeetingTypes;

namespace Portal.Web.Api;

public sealed record MeetingTypesAnswer(IReadOnlyList<ListedMeetingType> MeetingTypes);

/// <param name="LengthsMinutes">The usual one first.</param>
/// <param name="Hosts">Their names.</param>
/// <param name="Link">Where it is booked; with its key where it is not listed.</param>
public sealed record ListedMeetingType(
    Guid Id,
    string Slug,
    string Name,
    MeetingTypeVisibility Visibility,
    IReadOnlyList<int> LengthsMinutes,
    HostAssignment Assignment,
    int Capacity,
    bool NeedsApproval,
    bool SessionsOnly,
    IReadOnlyList<string> Hosts,
    int Version,
    string Link);

/// <param name="Link">Where it is booked; with its key where it is not listed.</param>
/// <param name="IsInUse">It was booked, or single sessions are offered of it: it can be hidden, not deleted.</param>
public sealed record MeetingTypeAnswer(Guid Id, string Link, bool IsInUse, MeetingTypeBody MeetingType);

/// <param name="Version">To be sent with the next change.</param>
public sealed record SavedMeetingType(Guid Id, string Slug, int Version);
