using NodaTime;

namespace Portal.Core.WaitingRoom;

/// <summary>When it will be a visitor's turn, as far as it can be told honestly.</summary>
public abstract record TurnEstimate
{
    private TurnEstimate()
    {
    }

    /// <param name="Moment">Never before the visitor's meeting begins as planned.</param>
    public sealed record At(Instant Moment) : TurnEstimate;

    /// <summary>The meeting before runs on, and longer than this host's meetings ran over today: nobody can say.</summary>
    /// <param name="PlannedEnd">Of that meeting.</param>
    public sealed record RunsOver(Instant PlannedEnd) : TurnEstimate;

    /// <summary>No call runs whose end could be awaited, and the planned start is past.</summary>
    public sealed record NothingToGoBy : TurnEstimate;

    /// <param name="startsAt">Of the visitor's own meeting, as planned.</param>
    /// <param name="bookingId">The visitor's own meeting: a call in it keeps nobody from it.</param>
    public static TurnEstimate Of(Instant startsAt, Guid bookingId, QueueBefore before, DoorHost host, Instant now)
    {
        var state = host.StateFor(bookingId, now);
        var overrun = Typical(host.OverrunsToday);
        var free = now;
        if (state == HostState.InAnotherCall && host.RunningUntil is { } plannedEnd)
        {
            free = plannedEnd + overrun;
            if (free <= now)
                return new RunsOver(plannedEnd);
        }
        else if (now >= startsAt && (before.Meetings == 0 || state == HostState.NotHere))
        {
            return new NothingToGoBy();
        }

        return new At(Instant.Max(free + before.Length + (overrun * before.Meetings), startsAt));
    }

    // ending early does not make up for ending late: the next one begins on time at best
    private static Duration Typical(IReadOnlyList<Duration> overruns) => overruns.Count == 0
        ? Duration.Zero
        : overruns.Aggregate(Duration.Zero, (sum, overrun) => sum + Duration.Max(overrun, Duration.Zero)) / overruns.Count;
}
