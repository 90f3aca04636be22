using NodaTime;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability;

/// <summary>A time as it was found under the lock.</summary>
/// <param name="Slot">Null when it is not open.</param>
public sealed record AskedTime(AvailabilitySnapshot Snapshot, Schedule Schedule, OpenSlot? Slot, Instant Now);
