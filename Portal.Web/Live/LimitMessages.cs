using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.SignalR;
using NodaTime;

namespace Portal.Web.Live;

/// <summary>Closes connections that send too much, that never show a ticket, or that stay when they were sent away.</summary>
internal sealed class LimitMessages(IClock clock) : IHubFilter
{
    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        var connection = new CallConnection(clock.GetCurrentInstant());
        connection.RememberIn(context.Context);
        // once a second
        context.Context.Features.Get<IConnectionHeartbeatFeature>()?.OnHeartbeat(
            aborted =>
            {
                if (connection.IsOverdue(clock.GetCurrentInstant()))
                    ((HubCallerContext)aborted).Abort();
            },
            context.Context);
        return next(context);
    }

    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext context, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (CallConnection.Of(context.Context).Budget.TrySpend(clock.GetCurrentInstant()))
            return next(context);
        context.Context.Abort();
        return ValueTask.FromResult<object?>(null);
    }
}
