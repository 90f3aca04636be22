using NodaTime;

namespace Portal.Core.Availability;

/// <summary>A meeting type as the visitor sees it before booking.</summary>
/// <param name="HostName">Null when the host is chosen at booking.</param>
public sealed record BookableMeeting(
    string OrganizationSlug,
    string OrganizationName,
    DateTimeZone OrganizationZone,
    string Slug,
    string Name,
    string Description,
    Duration Length,
    string? HostName);
