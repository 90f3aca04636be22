using Portal.Core.Organizations;

namespace Portal.Core.Persistence;

/// <summary>One who can sign in to the demo world.</summary>
/// <param name="Organization">Slug of the organisation they belong to.</param>
public sealed record DemoPerson(string Organization, MemberRole Role, string Name, string Email);
