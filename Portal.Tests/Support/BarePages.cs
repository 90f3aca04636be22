using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Core.Persistence;
using Portal.Tests.Support.Http;
using Portal.Web.Hosting;
using Portal.Web.Security;
using Portal.Web.TagHelpers;

namespace Portal.Tests.Support;

/// <summary>
/// Portal's pages and static files on a real port with nothing behind them: no database, no sign-in. What answers here needs neither.
/// </summary>
public sealed class BarePages : IAsyncDisposable
{
    private readonly WebApplication app;

    private BarePages(WebApplication app, CapturedLogs log)
    {
        this.app = app;
        Log = log;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public CapturedLogs Log { get; }

    public HttpClient Client { get; }

    /// <param name="patience">How long a page may take; as long as it likes when nothing is said.</param>
    public static async Task<BarePages> StartAsync(string environment = "Development", TimeSpan? patience = null, Action<IServiceCollection>? configure = null)
    {
        var log = new CapturedLogs();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(IconSheet).Assembly.GetName().Name,
            EnvironmentName = environment,
            ContentRootPath = Repository.PathOf("Portal.Web"),
        });
        builder.Configuration["Urls"] = "http://127.0.0.1:0";
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddPortalPages();
        configure?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        if (patience is { } longest)
        {
            app.UseRouting();
            app.UsePatience(longest);
        }

        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.Map("/answers/{status:int}", (int status) => Results.StatusCode(status));
        app.Map("/throws", (HttpContext _) => throw new InvalidOperationException("the test asked for it"));
        foreach (var busy in new[] { "/busy", "/api/busy" })
            app.Map(busy, (HttpContext _) => throw new DatabaseBusyException(DatabaseTrouble.TooSlow, mayBeDone: false, new TimeoutException()));
        await app.StartAsync();
        return new BarePages(app, log);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
