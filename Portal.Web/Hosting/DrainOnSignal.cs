using System.Runtime.InteropServices;
using NodaTime;
using Portal.Core.Operations;
using Portal.Web.Jobs;
using Quartz;

namespace Portal.Web.Hosting;

/// <summary>
/// Told to end, the node first says so (<c>/health/ready</c> is 503, no job begins) and goes on serving for
/// <c>Portal:DrainDelay</c>, until load balancers have noticed; then it stops. A second signal ends the waiting.
/// </summary>
internal sealed partial class DrainOnSignal(
    ThisNode node, NodePulse pulse, ISchedulerFactory schedulers, PortalSettings settings, IHostApplicationLifetime lifetime, IClock clock, ILogger<DrainOnSignal> logger)
    : IHostLifetime, IDisposable
{
    private readonly List<PosixSignalRegistration> signals = [];
    private int told;

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        foreach (var signal in new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT })
            signals.Add(PosixSignalRegistration.Create(signal, Hear));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        foreach (var signal in signals)
            signal.Dispose();
    }

    private void Hear(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (Interlocked.Increment(ref told) == 1 && settings.Portal.DrainDelay > 0)
            _ = DrainAsync();
        else
            lifetime.StopApplication();
    }

    private async Task DrainAsync()
    {
        node.Drain(clock.GetCurrentInstant());
        Draining(node.Name, settings.Portal.DrainDelay);
        try
        {
            await pulse.AnnounceAsync(lifetime.ApplicationStopping);
            await schedulers.StandByAsync(lifetime.ApplicationStopping);
            await Task.Delay(TimeSpan.FromSeconds(settings.Portal.DrainDelay), lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        finally
        {
            lifetime.StopApplication();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Node {Name} ends: it serves for {Seconds} s more, until load balancers send it nothing new")]
    private partial void Draining(string name, int seconds);
}
