using Microsoft.AspNetCore.Authorization;

namespace Portal.Web.Security;

internal sealed class MemberHandler(IHttpContextAccessor accessor) : AuthorizationHandler<MemberRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, MemberRequirement requirement)
    {
        if (accessor.HttpContext is { } http && await http.FindMemberAsync() is { } member && member.IsAtLeast(requirement.AtLeast))
            context.Succeed(requirement);
    }
}
