using NodaTime;

namespace Portal.Core.Organizations;

/// <summary>A person's belonging to one organisation.</summary>
public sealed class Member
{
    public required Guid OrganizationId { get; init; }

    public Organization? Organization { get; init; }

    public required Guid UserId { get; init; }

    public PortalUser? User { get; init; }

    public required MemberRole Role { get; set; }

    /// <summary>The word in the address of the public profile, <c>/book/{org}/with/{slug}</c>; null for none.</summary>
    public string? ProfileSlug { get; set; }

    /// <summary>Plain text on the public profile.</summary>
    public string ProfileText { get; set; } = "";

    /// <summary>When a waiting panel of theirs last showed who is at the door; written down now and then.</summary>
    public Instant? SawTheDoorAt { get; set; }
}
