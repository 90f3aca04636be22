using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>
/// The doors people are waiting at, kept in memory: thousands of polls cost one reading for each change, and none where nothing
/// changed. <see cref="DoorBell"/> rings when something did, on this node or another; a bell that was missed is made up for by
/// reading now and then.
/// </summary>
public sealed class Doors(IServiceScopeFactory scopes, IClock clock)
{
    /// <summary>A door is read again when it is older, rung or not.</summary>
    public static readonly Duration Oldest = Duration.FromSeconds(10);

    // what a poll is answered from while the door is read anew, or while the database does not answer
    private static readonly Duration OldestOfAll = Duration.FromSeconds(30);

    // from so many people on polls do not wait while their door is read
    private const int Many = 1000;

    private static readonly Duration ForgottenAfter = Duration.FromMinutes(5);

    private readonly ConcurrentDictionary<Guid, Kept> kept = new();

    /// <summary>
    /// What can be answered from at once. Of a door with many people that is what it was a moment ago, while it is read
    /// anew behind the asker's back.
    /// </summary>
    /// <returns>Null when it has to be read first.</returns>
    public Door? Known(Guid organizationId, Instant now)
    {
        if (!kept.TryGetValue(organizationId, out var door) || door.Current is not { } reading)
            return null;
        if (door.Fresh(now) is { } fresh)
            return fresh;
        if (now < reading.Door.ReadAt || now - reading.Door.ReadAt > OldestOfAll || (door.WasRungSince(reading) && reading.Door.Places.Count < Many))
            return null;
        if (Interlocked.Exchange(ref door.IsReadBehind, 1) == 0)
            _ = ReadBehindAsync(organizationId, door);
        return reading.Door;
    }

    /// <summary>The door as it is now; whoever asks while it is read waits for the same reading.</summary>
    public async Task<Door> FindAsync(Guid organizationId, CancellationToken ct)
    {
        var door = kept.GetOrAdd(organizationId, _ => new Kept());
        var asked = door.AskedAt = clock.GetCurrentInstant();
        if (door.Fresh(asked) is { } known)
            return known;
        var rungBefore = Volatile.Read(ref door.Rung);
        await door.Turn.WaitAsync(ct);
        try
        {
            if (door.ReadSince(rungBefore, asked, clock.GetCurrentInstant()) is { } read)
                return read;
            // a big door that changes all the time is read for half of the time at most
            await Task.Delay(door.Took, ct);
            var began = Stopwatch.GetTimestamp();
            var rung = Volatile.Read(ref door.Rung);
            await using var scope = scopes.CreateAsyncScope();
            var fresh = await scope.ServiceProvider.GetRequiredService<ReadDoor>().RunAsync(organizationId, ct);
            door.Took = Stopwatch.GetElapsedTime(began);
            door.Current = new Reading(fresh, rung);
            return fresh;
        }
        finally
        {
            door.Turn.Release();
        }
    }

    /// <summary>Something changed at this door.</summary>
    public void Ring(Guid organizationId)
    {
        if (kept.TryGetValue(organizationId, out var door))
            Interlocked.Increment(ref door.Rung);
    }

    /// <summary>Something may have changed at any door.</summary>
    public void RingAll()
    {
        foreach (var door in kept.Values)
            Interlocked.Increment(ref door.Rung);
    }

    /// <summary>Lets go of the doors nobody asks for any more.</summary>
    public void Forget(Instant now)
    {
        foreach (var (organizationId, door) in kept)
            if (now - door.AskedAt > ForgottenAfter)
                kept.TryRemove(organizationId, out _);
    }

    private async Task ReadBehindAsync(Guid organizationId, Kept door)
    {
        try
        {
            await FindAsync(organizationId, CancellationToken.None);
        }
        catch (Exception exception) when (DatabaseTroubles.Of(exception) is not DatabaseTrouble.None)
        {
            // whoever asks when it is too old to answer from is told
        }
        finally
        {
            Volatile.Write(ref door.IsReadBehind, 0);
        }
    }

    private sealed record Reading(Door Door, int Rung);

    private sealed class Kept
    {
        public int Rung;

        public int IsReadBehind;

        public SemaphoreSlim Turn { get; } = new(1);

        public Reading? Current { get; set; }

        public TimeSpan Took { get; set; }

        public Instant AskedAt { get; set; }

        public bool WasRungSince(Reading reading) => reading.Rung != Volatile.Read(ref Rung);

        public Door? Fresh(Instant now) => ReadSince(Volatile.Read(ref Rung), now, now);

        /// <summary>What somebody may be shown who asked then: it was fresh at that moment, or read while they waited for it.</summary>
        public Door? ReadSince(int rung, Instant asked, Instant now) =>
            Current is { } reading && reading.Rung - rung >= 0 && now >= reading.Door.ReadAt && asked - reading.Door.ReadAt < Oldest
                ? reading.Door
                : null;
    }
}
