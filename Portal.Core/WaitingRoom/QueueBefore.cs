using NodaTime;

namespace Portal.Core.WaitingRoom;

/// <summary>What stands between a visitor and their host.</summary>
/// <param name="People">How many wait for the same host, in other meetings, and came before.</param>
/// <param name="Meetings">Theirs; a group is one.</param>
/// <param name="Length">Of those meetings together, as planned.</param>
public sealed record QueueBefore(int People, int Meetings, Duration Length)
{
    public static readonly QueueBefore Nobody = new(0, 0, Duration.Zero);
}
