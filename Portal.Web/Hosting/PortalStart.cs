using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Core.Organizations;
using Portal.Core.Persistence;

namespace Portal.Web.Hosting;

/// <summary>From a built application to a serving one.</summary>
public static class PortalStart
{
    public static async Task StartPortalAsync(this WebApplication app)
    {
        app.CheckOptions();
        await app.PrepareDatabaseAsync();
        app.Lifetime.ApplicationStarted.Register(() => Greeting.Print(app));
        try
        {
            await app.RunAsync();
        }
        catch (IOException exception) when (exception.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new StartRefusedException($"Another program listens where Portal should ({exception.Message.TrimEnd('.')}): stop it, or choose another address with --Urls http://localhost:5081.");
        }
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
        var db = services.GetRequiredService<PortalDbContext>();
        try
        {
            await db.Database.MigrateAsync();
        }
        catch (System.Data.Common.DbException exception)
        {
            throw new StartRefusedException($"The database cannot be opened or brought up to date: {exception.Message} Check Database:Provider and Database:ConnectionString.");
        }

        if (services.GetRequiredService<PortalSettings>().Demo is { Enabled: true } demo)
            await services.GetRequiredService<DemoData>().EnsureAsync(demo.Password, CancellationToken.None);
        if (await services.GetRequiredService<SetUpPortal>().IsNeededAsync(CancellationToken.None))
            Greeting.AnnounceSetup(app);
    }
}
