using NodaTime;
using Portal.Core.Organizations;

namespace Portal.Core.MeetingTypes;

/// <summary>A person who holds meetings of a type.</summary>
public sealed class MeetingTypeHost
{
    public Guid MeetingTypeId { get; init; }

    public required Guid HostId { get; init; }

    public PortalUser? Host { get; init; }

    /// <summary>Order among the hosts of the type, from 0.</summary>
    public required int Position { get; set; }

    /// <summary>Share of a round robin, from 1: twice the weight is given about twice the meetings.</summary>
    public int Weight { get; set; } = 1;

    /// <summary>When round robin last chose this host; null for never.</summary>
    public Instant? LastGivenAt { get; set; }
}
