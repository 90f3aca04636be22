namespace Portal.Core.Availability.Editing;

/// <summary>Whose hours of which organisation. That the editor may change them is decided before.</summary>
public readonly record struct HostKey(Guid OrganizationId, Guid HostId);
