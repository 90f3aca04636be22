using Portal.Core.Operations;

namespace Portal.Web.Hosting;

/// <summary>Keeps this node's row alive while the portal runs, and takes it away at the end.</summary>
internal sealed partial class NodePulse(IServiceScopeFactory scopes, ThisNode node, ILogger<NodePulse> logger) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await AnnounceAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public async Task AnnounceAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AnnounceNode>().RunAsync(ct);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // the others take this node for gone until the database answers again, and they are right
            NotHeard(exception, node.Name);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RetireNode>().RunAsync(cancellationToken);
        }
        catch (Exception exception)
        {
            NotHeard(exception, node.Name);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Node.Pulse.ToTimeSpan());
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await AnnounceAsync(stoppingToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Node {Name} could not tell the others how it is")]
    private partial void NotHeard(Exception exception, string name);
}
