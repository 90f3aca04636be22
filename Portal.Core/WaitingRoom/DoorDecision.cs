using NodaTime;
using Portal.Core.Bookings;

namespace Portal.Core.WaitingRoom;

/// <summary>What a member decides about somebody who waits.</summary>
/// <param name="Action">As <see cref="Auditing.AuditEntry.Action"/> has it.</param>
/// <param name="Decide">Changes the one who waits; the booking comes with its organisation.</param>
internal sealed record DoorDecision(string Action, Actor By, Instant Now, Action<Booking, Participant> Decide)
{
    /// <summary>What speaks against it in this meeting; null for nothing.</summary>
    public Func<Booking, DoorOutcome?> Refuse { get; init; } = _ => null;

    /// <summary>Kept in the history beside the visitor's name; null for nothing.</summary>
    public string? Words { get; init; }
}
