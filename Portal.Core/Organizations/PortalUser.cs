using Microsoft.AspNetCore.Identity;

namespace Portal.Core.Organizations;

/// <summary>A person who signs in. Visitors have no account; see <see cref="Bookings.AccessLink"/>.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    public required string DisplayName { get; set; }
}
