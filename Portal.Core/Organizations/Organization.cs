using NodaTime;

namespace Portal.Core.Organizations;

public sealed class Organization
{
    public required Guid Id { get; init; }

    /// <summary>The word in addresses: <c>/book/{slug}</c>. Lower-case letters, digits and hyphens; unique.</summary>
    public required string Slug { get; init; }

    public required string Name { get; set; }

    public required DateTimeZone Zone { get; set; }

    /// <summary>On: every visitor waits until a host lets them in. Off: visitors inside the join window go straight in.</summary>
    public required bool WaitingRoomEnabled { get; set; }
}
