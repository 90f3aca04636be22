using Portal.Core.Organizations;

namespace Portal.Core.MeetingTypes;

public sealed record CreateMeetingTypeRequest(CurrentMember By, MeetingTypeDraft Draft);

/// <param name="Version">Of the type as the editor was opened with it.</param>
public sealed record ChangeMeetingTypeRequest(CurrentMember By, Guid Id, int Version, MeetingTypeDraft Draft);

/// <summary>One of the organisation's types, to be acted on as it is.</summary>
public sealed record OwnMeetingTypeRequest(CurrentMember By, Guid Id);

/// <param name="Before">The type that is to stand behind it; null puts it last.</param>
public sealed record MoveMeetingTypeRequest(CurrentMember By, Guid Id, Guid? Before);

/// <param name="Hidden">Else shown to whoever could see it before it was hidden.</param>
public sealed record HideMeetingTypeRequest(CurrentMember By, Guid Id, bool Hidden);
