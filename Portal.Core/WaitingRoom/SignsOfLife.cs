using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>Who was seen at the door, and which hosts looked at it, since it was last written down: a poll writes nothing.</summary>
public sealed class SignsOfLife
{
    private ConcurrentDictionary<Guid, Instant> visitors = new();
    private ConcurrentDictionary<(Guid OrganizationId, Guid UserId), Instant> hosts = new();

    public void SawVisitor(Guid participantId, Instant now) => Volatile.Read(ref visitors)[participantId] = now;

    /// <summary>A waiting panel of this member shows who waits.</summary>
    public void SawHost(Guid organizationId, Guid userId, Instant now) => Volatile.Read(ref hosts)[(organizationId, userId)] = now;

    internal IReadOnlyDictionary<Guid, Instant> TakeVisitors() => Interlocked.Exchange(ref visitors, new());

    internal IReadOnlyDictionary<(Guid OrganizationId, Guid UserId), Instant> TakeHosts() => Interlocked.Exchange(ref hosts, new());
}

/// <summary>Writes the signs of life of this node down, many at once. Each node does it for itself, every few seconds.</summary>
public sealed class KeepSignsOfLife(PortalDbContext db, SignsOfLife signs, Doors doors, IClock clock)
{
    /// <summary>Short beside what <see cref="ClearTheDoor"/> and <see cref="DoorHost.SeesFor"/> allow.</summary>
    public static readonly Duration Every = Duration.FromSeconds(20);

    private const int AtOnce = 500;

    /// <returns>How many were written down.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        doors.Forget(now);
        var (visitors, hosts) = (signs.TakeVisitors(), signs.TakeHosts());
        foreach (var some in visitors.Keys.Chunk(AtOnce))
        {
            // to the second of the latest among them: they were all seen since the last time
            var seenAt = some.Max(id => visitors[id]);
            await db.Participants.Where(row => some.Contains(row.Id))
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.LastSeenAt, seenAt), ct);
        }

        foreach (var ((organizationId, userId), seenAt) in hosts)
        {
            var changed = await db.Members
                .Where(row => row.OrganizationId == organizationId && row.UserId == userId)
                .Select(row => row.SawTheDoorAt)
                .SingleOrDefaultAsync(ct);
            await db.Members.Where(row => row.OrganizationId == organizationId && row.UserId == userId)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.SawTheDoorAt, seenAt), ct);
            // a host who arrives is news to the visitors; one who stays is not
            if (changed is not { } before || seenAt - before > DoorHost.SeesFor)
                doors.Ring(organizationId);
        }

        return visitors.Count + hosts.Count;
    }
}
