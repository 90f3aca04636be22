using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.SignalR;
using NodaTime;

namespace Portal.Web.Live;

/// <summary>Closes connections that send too much, and those that never show a ticket.</summary>
internal sealed class LimitMessages(IClock clock) : IHubFilter
{
    public static readonly Duration TimeToJoin = Duration.FromSeconds(20);

    private static readonly object Budget = new();

    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        var connection = context.Context;
        var opened = clock.GetCurrentInstant();
        connection.Items[Budget] = new MessageBudget(opened);
        connection.Features.Get<IConnectionHeartbeatFeature>()?.OnHeartbeat(
            _ =>
            {
                if (JoinedSeat.Of(connection) is null && clock.GetCurrentInstant() - opened > TimeToJoin)
                    connection.Abort();
            },
            connection);
        return next(context);
    }

    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext context, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (((MessageBudget)context.Context.Items[Budget]!).TrySpend(clock.GetCurrentInstant()))
            return next(context);
        context.Context.Abort();
        return ValueTask.FromResult<object?>(null);
    }
}
