using NodaTime;

namespace Portal.Core.Organizations;

/// <param name="Slug">The organisation's word in addresses; see <see cref="Organization.Slug"/>.</param>
public sealed record SetUpPortalRequest(
    string OrganizationName, string Slug, DateTimeZone Zone, string OwnerName, string OwnerEmail, string Password);
