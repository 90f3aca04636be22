using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>A time that can be booked now.</summary>
/// <param name="Start">Without buffers.</param>
/// <param name="End">Without buffers.</param>
/// <param name="Hosts">
/// Who can hold it, in the order of the schedule, at least one: those who are free, all of a collective meeting, or those
/// whose group meeting still has seats.
/// </param>
/// <param name="SeatsLeft">How many more people it takes: 1 unless it is a group meeting.</param>
/// <param name="SessionId">The one-off offer it comes from, if it does.</param>
public readonly record struct OpenSlot(Instant Start, Instant End, HostList Hosts, int SeatsLeft = 1, Guid? SessionId = null);
