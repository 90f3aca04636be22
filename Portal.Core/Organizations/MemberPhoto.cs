namespace Portal.Core.Organizations;

/// <summary>The picture on a member's public profile.</summary>
public sealed class MemberPhoto
{
    public required Guid OrganizationId { get; init; }

    public required Guid UserId { get; init; }

    /// <summary><c>image/jpeg</c>, <c>image/png</c> or <c>image/webp</c>, found from the content.</summary>
    public required string ContentType { get; set; }

    public required byte[] Content { get; set; }

    /// <summary>Changes with the content; part of the picture's address.</summary>
    public required string Fingerprint { get; set; }
}
