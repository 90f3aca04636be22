using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Portal.Core.Organizations;

namespace Portal.Web.Security;

public static class MemberAccess
{
    private static readonly object Key = new();

    /// <summary>The signed-in member behind a policy that asked for one.</summary>
    /// <exception cref="InvalidOperationException">The page asks for a member without carrying a policy.</exception>
    public static CurrentMember Member(this HttpContext http) =>
        http.Items[Key] as CurrentMember
        ?? throw new InvalidOperationException($"{http.Request.Path} asks for a member but is open to everybody.");

    /// <summary>The signed-in member, or null for a visitor. Looked up once a request.</summary>
    public static async Task<CurrentMember?> FindMemberAsync(this HttpContext http)
    {
        if (http.Items.TryGetValue(Key, out var known))
            return known as CurrentMember;

        var session = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        CurrentMember? member = null;
        if (Guid.TryParse(session.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var userId))
            member = await http.RequestServices.GetRequiredService<FindMember>().RunAsync(userId, http.RequestAborted);
        http.Items[Key] = member;
        return member;
    }
}
