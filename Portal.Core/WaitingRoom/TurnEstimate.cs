using NodaTime;

namespace Portal.Core.WaitingRoom;

/// <summary>When it will be a visitor's turn, as far as it can be told honestly.</summary>
public abstract record TurnEstimate
{
    private TurnEstimate()
    {
    }

    /// <param name="Moment">Never before <see cref="QueueBefore.StartsAt"/>.</param>
    public sealed record At(Instant Moment) : TurnEstimate;

    /// <summary>The meeting before runs on, and longer than this host's meetings ran over today: nobody can say.</summary>
    /// <param name="PlannedEnd">Of that meeting.</param>
    public sealed record RunsOver(Instant PlannedEnd) : TurnEstimate;

    /// <summary>Nothing stands between but the host, who is not in a call.</summary>
    public sealed record NothingToGoBy : TurnEstimate;

    /// <param name="hostIsHere">The host has the waiting panel open, or is in a call.</param>
    public static TurnEstimate Of(QueueBefore queue, bool hostIsHere, Instant now)
    {
        var overrun = Typical(queue.OverrunsToday);
        var free = now;
        if (queue.RunningUntil is { } plannedEnd)
        {
            free = plannedEnd + overrun;
            if (free <= now)
                return new RunsOver(plannedEnd);
        }
        else if (now >= queue.StartsAt && (queue.MeetingsAhead.Count == 0 || !hostIsHere))
        {
            return new NothingToGoBy();
        }

        var turn = queue.MeetingsAhead.Aggregate(free, (moment, length) => moment + length + overrun);
        return new At(Instant.Max(turn, queue.StartsAt));
    }

    // ending early does not make up for ending late: the next one begins on time at best
    private static Duration Typical(IReadOnlyList<Duration> overruns) => overruns.Count == 0
        ? Duration.Zero
        : overruns.Aggregate(Duration.Zero, (sum, overrun) => sum + Duration.Max(overrun, Duration.Zero)) / overruns.Count;
}
