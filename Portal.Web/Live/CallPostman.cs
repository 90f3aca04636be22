using Portal.Core.Video.Direct;

namespace Portal.Web.Live;

/// <summary>Listens for what other nodes say to the pages connected here.</summary>
internal sealed partial class CallPostman(CallPost post, CallConnections connections, ILogger<CallPostman> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await post.ListenAsync(() => connections.DeliverAsync(stoppingToken), stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // what is said meanwhile waits in the database
                Deaf(exception);
                await Task.Delay(Pause, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Calls between nodes are interrupted: the database does not answer")]
    private partial void Deaf(Exception exception);
}
