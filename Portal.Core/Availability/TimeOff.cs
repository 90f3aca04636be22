using NodaTime;

namespace Portal.Core.Availability;

/// <summary>Days on which a host takes no meetings: a holiday, an illness.</summary>
public sealed class TimeOff
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid HostId { get; init; }

    public required LocalDate FirstDay { get; init; }

    /// <summary>Inclusive.</summary>
    public required LocalDate LastDay { get; init; }

    public string? Note { get; init; }
}
