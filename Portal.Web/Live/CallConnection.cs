using Microsoft.AspNetCore.SignalR;
using NodaTime;

namespace Portal.Web.Live;

/// <summary>What the hub knows of one connection while it lasts.</summary>
internal sealed class CallConnection(Instant opened)
{
    public static readonly Duration TimeToJoin = Duration.FromSeconds(20);

    private static readonly object Key = new();

    private volatile JoinedSeat? joined;
    private volatile bool sentAway;

    public MessageBudget Budget { get; } = new(opened);

    /// <summary>Null before a ticket was shown, and after a goodbye.</summary>
    public JoinedSeat? Joined
    {
        get => sentAway ? null : joined;
        set => joined = value;
    }

    public static CallConnection Of(HubCallerContext context) => Of(context.Items);

    public static CallConnection Of(IDictionary<object, object?> items) => (CallConnection)items[Key]!;

    public void RememberIn(HubCallerContext context) => context.Items[Key] = this;

    /// <summary>From now on it is deaf; the page closes it when it has heard why, and <see cref="IsOverdue"/> sees to those that do not.</summary>
    public void SendAway() => sentAway = true;

    public bool IsOverdue(Instant now) => sentAway || (joined is null && now - opened > TimeToJoin);
}
