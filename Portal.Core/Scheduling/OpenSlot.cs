using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>A time that can be booked now.</summary>
/// <param name="Start">Without buffers.</param>
/// <param name="End">Without buffers.</param>
/// <param name="Hosts">The hosts free then, in the order they were asked for; at least one.</param>
public readonly record struct OpenSlot(Instant Start, Instant End, IReadOnlyList<Guid> Hosts)
{
    public bool Equals(OpenSlot other) =>
        Start == other.Start && End == other.End
        && (ReferenceEquals(Hosts, other.Hosts) || Hosts.SequenceEqual(other.Hosts));

    public override int GetHashCode() => HashCode.Combine(Start, End, Hosts.Count);
}
