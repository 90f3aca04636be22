using NodaTime;
using Portal.Core.Payments;

namespace Portal.Core.Availability;

/// <summary>A single time a professional offers at a price (D1). Taken once a booking claims it; until then it claims nothing.</summary>
public sealed class SessionSlot
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid HostId { get; init; }

    /// <summary>What is held in it: gives the name, the questions and the policies.</summary>
    public required Guid MeetingTypeId { get; init; }

    public required Instant StartsAt { get; init; }

    public required Instant EndsAt { get; init; }

    /// <summary>The zone the date and the times were given in.</summary>
    public required DateTimeZone Zone { get; init; }

    public required long PriceInMinorUnits { get; init; }

    public required string Currency { get; init; }

    public required Instant CreatedAt { get; init; }

    public Money Price => new(PriceInMinorUnits, Currency);
}
