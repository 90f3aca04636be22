using System.Security.Claims;

namespace Portal.Web.Pages.Shared;

/// <summary>What the navigation of staff pages shows. A page may put its own into <c>ViewData[nameof(StaffNavigation)]</c>.</summary>
/// <param name="SeesBookings">Owners and admins: everybody's bookings.</param>
public sealed record StaffNavigation(string? UserName, string? Organization, bool SeesBookings)
{
    /// <summary>From the claims of the person signed in: name, <c>organization_name</c> and the roles owner and admin.</summary>
    public static StaffNavigation Of(ClaimsPrincipal user) => new(
        user.Identity?.Name,
        user.FindFirstValue("organization_name"),
        user.IsInRole("owner") || user.IsInRole("admin"));
}
