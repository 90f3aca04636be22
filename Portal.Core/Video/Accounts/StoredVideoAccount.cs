using NodaTime;

namespace Portal.Core.Video.Accounts;

/// <summary>An organisation's account at a provider, encrypted with the portal's key ring.</summary>
public sealed class StoredVideoAccount
{
    public required Guid OrganizationId { get; init; }

    public required string ProviderId { get; init; }

    public required string Sealed { get; set; }

    public required Instant ChangedAt { get; set; }
}
