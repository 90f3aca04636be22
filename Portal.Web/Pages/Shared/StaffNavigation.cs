using Portal.Core.Organizations;

namespace Portal.Web.Pages.Shared;

/// <summary>What the navigation of staff pages shows. A page without a signed-in member puts its own into <c>ViewData[nameof(StaffNavigation)]</c>.</summary>
public sealed record StaffNavigation(string UserName, string Organization, bool SeesBookings)
{
    public static StaffNavigation Of(CurrentMember member) =>
        new(member.Name, member.OrganizationName, SeesBookings: member.IsAtLeast(MemberRole.Admin));
}
