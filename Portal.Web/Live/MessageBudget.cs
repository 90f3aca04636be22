using NodaTime;

namespace Portal.Web.Live;

/// <summary>How many messages a connection may still send: enough for every candidate of three peers, too few to be a nuisance.</summary>
internal sealed class MessageBudget(Instant opened)
{
    public const int Burst = 400;
    public const int PerSecond = 40;

    private double left = Burst;
    private Instant asked = opened;

    /// <summary>Messages of a connection come one after the other, so nothing is locked.</summary>
    public bool TrySpend(Instant now)
    {
        left = Math.Min(Burst, left + Math.Max(0, (now - asked).TotalSeconds) * PerSecond);
        asked = now;
        if (left < 1)
            return false;
        left--;
        return true;
    }
}
