using NodaTime;

namespace Portal.Core.Profiles;

/// <summary>A person as visitors see them.</summary>
/// <param name="Text">Plain.</param>
/// <param name="Photo">The fingerprint of the picture; null for none.</param>
/// <param name="Zone">Of their hours, or the organisation's.</param>
/// <param name="Types">What is listed and can be booked with them.</param>
public sealed record PublicProfile(
    Guid HostId, string OrganizationSlug, string OrganizationName, string Slug, string Name, string Text, string? Photo, DateTimeZone Zone,
    IReadOnlyList<ProfileMeeting> Types);
