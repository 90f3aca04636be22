using NodaTime;

namespace Portal.Core.Availability;

/// <summary>
/// One place in a claim: a booking's, or held for a visitor who has the form open. Numbers are unique within the claim, so
/// that of two who take the last place at once the database refuses one.
/// </summary>
public sealed class ClaimSeat
{
    public required Guid ClaimId { get; init; }

    public TimeClaim? Claim { get; init; }

    /// <summary>From 1 to the claim's capacity.</summary>
    public required int Number { get; init; }

    /// <summary>Null while it is only held.</summary>
    public Guid? BookingId { get; init; }

    /// <summary>Whose hold it is: <see cref="Holder.Key"/>; null for a booking's seat.</summary>
    public byte[]? HolderKey { get; init; }

    /// <summary>When a hold lapses; null for a booking's seat.</summary>
    public Instant? HeldUntil { get; init; }
}
