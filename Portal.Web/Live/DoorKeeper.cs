using Portal.Core.WaitingRoom;

namespace Portal.Web.Live;

/// <summary>Keeps the doors in memory up to date with the other nodes, and writes down who was seen at them on this one.</summary>
internal sealed partial class DoorKeeper(DoorBell bell, IServiceScopeFactory scopes, ILogger<DoorKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(ListenAsync(stoppingToken), KeepSignsAsync(stoppingToken));

    private async Task ListenAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await bell.ListenAsync(ct);
            }
            catch (Exception exception) when (!ct.IsCancellationRequested)
            {
                // meanwhile the doors are read now and then
                Deaf(exception);
                await Task.Delay(Pause, ct);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task KeepSignsAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(KeepSignsOfLife.Every.ToTimeSpan());
        while (await timer.WaitForNextTickAsync(ct))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<KeepSignsOfLife>().RunAsync(ct);
            }
            catch (Exception exception) when (!ct.IsCancellationRequested)
            {
                // the pages ask on, and the sweep is patient
                NotWritten(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What other nodes change in waiting rooms is noticed late: the database does not answer")]
    private partial void Deaf(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Who is in the waiting rooms could not be written down")]
    private partial void NotWritten(Exception exception);
}
