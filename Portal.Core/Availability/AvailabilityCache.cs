using System.Collections.Concurrent;
using NodaTime;

namespace Portal.Core.Availability;

/// <summary>
/// Keeps what was read, for a node. A snapshot is trusted for a second, then its stamp is compared; staleness does no harm,
/// because a booking reads again under the lock.
/// </summary>
public sealed class AvailabilityCache
{
    /// <summary>How long a snapshot is used without asking whether anything changed.</summary>
    public static readonly Duration TrustedFor = Duration.FromSeconds(1);

    private static readonly Duration UnusedFor = Duration.FromMinutes(10);

    // more meeting types than this at once, and those nobody looks at make room
    private const int Roomy = 500;

    private readonly ConcurrentDictionary<(string Organization, string MeetingType), Entry> entries = new();
    private int generation;

    /// <summary>Everything computed from these hosts' time is compared with the database before it is used again.</summary>
    public void Forget(IEnumerable<Guid> hosts)
    {
        var changed = hosts.ToHashSet();
        foreach (var (key, entry) in entries)
            if (entry.Snapshot.Type.Hosts.Any(host => changed.Contains(host.HostId)))
                entries.TryUpdate(key, entry with { CheckedAt = Instant.MinValue }, entry);
    }

    /// <summary>Everything is read again: for changes of a meeting type or an organisation, which are rare.</summary>
    public void Clear()
    {
        Interlocked.Increment(ref generation);
        entries.Clear();
    }

    /// <summary>Another after every <see cref="Clear"/>.</summary>
    public int Generation => Volatile.Read(ref generation);

    internal Entry? Find(string organization, string meetingType) => entries.GetValueOrDefault((organization, meetingType));

    internal void Keep(string organization, string meetingType, Entry entry)
    {
        entries[(organization, meetingType)] = entry;
        if (entries.Count <= Roomy)
            return;
        foreach (var (key, other) in entries)
            if (entry.CheckedAt - other.CheckedAt > UnusedFor)
                entries.TryRemove(key, out _);
    }

    /// <param name="ReadAt">When the snapshot was read; its horizon moves on from here.</param>
    internal sealed record Entry(AvailabilitySnapshot Snapshot, AvailabilityStamp Stamp, Instant ReadAt, Instant CheckedAt)
    {
        /// <summary>Whose turn it is to compare it with the database; the same for all that was ever read of this meeting type.</summary>
        public SemaphoreSlim Turn { get; init; } = new(1);

        public bool IsTrustedAt(Instant now) => now >= CheckedAt && now - CheckedAt < TrustedFor;
    }
}
