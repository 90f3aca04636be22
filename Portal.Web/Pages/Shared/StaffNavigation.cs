using Portal.Core.Organizations;

namespace Portal.Web.Pages.Shared;

/// <summary>What the navigation of staff pages shows. A page without a signed-in member puts its own into <c>ViewData[nameof(StaffNavigation)]</c>.</summary>
/// <param name="Slug">The organisation's word in addresses.</param>
public sealed record StaffNavigation(string UserName, string Organization, string Slug, bool SeesBookings)
{
    public static StaffNavigation Of(CurrentMember member) =>
        new(member.Name, member.OrganizationName, member.OrganizationSlug, SeesBookings: member.IsAtLeast(MemberRole.Admin));
}
