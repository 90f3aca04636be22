namespace Portal.Core.MeetingTypes;

/// <summary>The booking page of an organisation.</summary>
public sealed record MeetingTypeList(string OrganizationSlug, string OrganizationName, IReadOnlyList<MeetingTypeSummary> Types);
