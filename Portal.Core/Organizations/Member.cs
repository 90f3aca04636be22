namespace Portal.Core.Organizations;

/// <summary>A person's belonging to one organisation.</summary>
public sealed class Member
{
    public required Guid OrganizationId { get; init; }

    public Organization? Organization { get; init; }

    public required Guid UserId { get; init; }

    public PortalUser? User { get; init; }

    public required MemberRole Role { get; set; }
}
