using System.Data.Common;
using Microsoft.Extensions.Options;
using Portal.Core.Organizations;
using Portal.Core.Persistence;
using Portal.Core.Time;

namespace Portal.Web.Hosting;

/// <summary>From a built application to a serving one.</summary>
public static partial class PortalStart
{
    public static async Task StartPortalAsync(this WebApplication app)
    {
        app.CheckOptions();
        app.WarnOfPlainKeys();
        app.Lifetime.ApplicationStarted.Register(() => Greeting.Print(app));
        try
        {
            // until it serves: the first keys and the tables of the jobs are made on the way
            await using (await app.LockStartAsync())
            {
                await app.PrepareDatabaseAsync();
                await app.StartAsync();
            }

            await app.WaitForShutdownAsync();
        }
        catch (IOException exception) when (exception.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new StartRefusedException($"Another program listens where Portal should ({exception.Message.TrimEnd('.')}): stop it, or choose another address with --Urls http://localhost:5081.");
        }
    }

    /// <summary>Brings the database up to date and ends, for whoever wants that apart from the start.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> MigratePortalAsync(this WebApplication app)
    {
        app.CheckOptions();
        await using var held = await app.LockStartAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var applied = await MigrateAsync(scope.ServiceProvider);
        await Console.Out.WriteLineAsync($"The database is up to date; migrations applied: {applied}.");
        return 0;
    }

    // the host would check them too, but only after the database was touched and with a stack trace
    private static void CheckOptions(this WebApplication app)
    {
        try
        {
            app.Services.GetService<IStartupValidator>()?.Validate();
        }
        catch (OptionsValidationException exception)
        {
            throw new StartRefusedException(string.Join(' ', exception.Failures));
        }
        catch (InvalidOperationException exception) when (exception.InnerException is FormatException)
        {
            throw new StartRefusedException(exception.Message);
        }
    }

    private static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await MigrateAsync(services);
        await services.GetRequiredService<CorrectClock>().RunAsync(CancellationToken.None);
        if (services.GetRequiredService<PortalSettings>().Demo is { Enabled: true } demo)
            await services.GetRequiredService<DemoData>().EnsureAsync(demo.Password, CancellationToken.None);
        if (await services.GetRequiredService<SetUpPortal>().IsNeededAsync(CancellationToken.None))
            Greeting.AnnounceSetup(app);
    }

    private static async Task<StartLock> LockStartAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            return await StartLock.TakeAsync(
                scope.ServiceProvider.GetRequiredService<PortalDbContext>(),
                scope.ServiceProvider.GetRequiredService<PortalSettings>().Database,
                app.Lifetime.ApplicationStopping);
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException)
        {
            throw Unreachable(exception);
        }
    }

    private static async Task<int> MigrateAsync(IServiceProvider services)
    {
        try
        {
            return await services.GetRequiredService<BringUpToDate>().RunAsync(CancellationToken.None);
        }
        catch (DbException exception)
        {
            throw Unreachable(exception);
        }
    }

    private static StartRefusedException Unreachable(Exception exception) => new(
        $"The database cannot be opened or brought up to date: {exception.Message} Check Database:Provider and Database:ConnectionString.");

    private static void WarnOfPlainKeys(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<PortalSettings>();
        if (!app.Environment.IsDevelopment() && string.IsNullOrWhiteSpace(settings.Portal.KeyCertificate.Path))
            PlainKeys(app.Logger);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The keys that protect cookies are stored as they are: whoever reads the database or a backup can sign in as anybody. Give a certificate in Portal:KeyCertificate")]
    private static partial void PlainKeys(ILogger logger);
}
