namespace Portal.Web.Jobs;

/// <summary>Whether this node is delivering mail.</summary>
internal sealed class OutboxGate
{
    private int entered;

    public bool TryEnter() => Interlocked.CompareExchange(ref entered, 1, 0) == 0;

    public void Leave() => Volatile.Write(ref entered, 0);
}
