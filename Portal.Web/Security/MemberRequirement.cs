using Microsoft.AspNetCore.Authorization;
using Portal.Core.Organizations;

namespace Portal.Web.Security;

/// <summary>The caller belongs to an organisation with at least this role.</summary>
public sealed record MemberRequirement(MemberRole AtLeast) : IAuthorizationRequirement;
