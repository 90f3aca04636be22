using System.Data.Common;
using NodaTime;
using Portal.Core.Persistence;
using Portal.Core.Time;

namespace Portal.Web.Hosting;

/// <summary>Keeps the portal's clock by the database's while it runs; the first correction is made before anything is served.</summary>
internal sealed partial class ClockCorrection(IServiceScopeFactory scopes, PortalSettings settings, ILogger<ClockCorrection> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    private static readonly Duration Worrying = Duration.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Database.Provider == DatabaseProvider.Sqlite)
            return;
        var worried = false;
        using var timer = new PeriodicTimer(Interval);
        do
        {
            if (await CorrectAsync(stoppingToken) is not { } offset)
                continue;
            var isFar = Duration.Max(offset, -offset) > Worrying;
            if (isFar && !worried)
                FarOff(Math.Round(offset.TotalSeconds));
            worried = isFar;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<Duration?> CorrectAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<CorrectClock>().RunAsync(ct);
        }
        catch (Exception exception) when (exception is DbException or TimeoutException or InvalidOperationException)
        {
            // the last correction holds on
            NotMeasured(exception.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "This machine's clock is {Seconds} s behind the database's; the portal goes by the database's")]
    private partial void FarOff(double seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "The clock was not compared with the database's: {Reason}")]
    private partial void NotMeasured(string reason);
}
