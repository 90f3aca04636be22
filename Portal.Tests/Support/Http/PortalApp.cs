using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Tests.Support.Http;

/// <summary>
/// The whole portal in Development with its demo world, a database file and folders of its own, and its jobs at rest.
/// Change <see cref="Settings"/> and the other properties before the first request.
/// </summary>
public class PortalApp : WebApplicationFactory<Program>
{
    /// <summary>Of every demo person.</summary>
    public const string Password = "demo-of-the-tests";

    private readonly TemporaryFolder folder = new();
    private readonly QueryCounter queries = new();
    private Uri? listening;

    public PortalApp() => Settings = new()
    {
        ["Portal:DataFolder"] = folder.Path,
        ["Portal:BaseUrl"] = "http://localhost",
        ["Database:Provider"] = "Sqlite",
        ["Database:ConnectionString"] = $"Data Source={folder.Combine("portal.db")}",
        ["Mail:Transport"] = "Pickup",
        ["Mail:PickupFolder"] = MailFolder,
        ["Demo:Enabled"] = "true",
        ["Demo:Password"] = Password,
        // one address sends everything here
        ["Limits:PublicPostsPerMinute"] = "100000",
    };

    public Dictionary<string, string> Settings { get; }

    public string Environment { get; set; } = "Development";

    /// <summary>Null: the machine's clock. The demo world is built around the moment of the first start.</summary>
    public FakeClock? Clock { get; set; }

    public bool RunJobs { get; set; }

    public OutgoingCalls Outgoing { get; } = new();

    public CapturedLogs Logs { get; } = new();

    /// <summary>Where mail is put instead of being sent.</summary>
    public string MailFolder => folder.Combine("mail");

    /// <summary>A browser without a page: cookies of its own, redirects not followed.</summary>
    public PortalClient NewClient() => new(this, listening is null
        ? CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true })
        // the factory's own clients follow redirects on a real port, whatever is asked of them
        : new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = listening });

    public async Task<PortalClient> SignInAsync(string email)
    {
        var client = NewClient();
        await client.SignInAsync(email);
        return client;
    }

    /// <summary>Runs something of the portal in a scope of its own.</summary>
    public async Task<T> RunAsync<TService, T>(Func<TService, Task<T>> act)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>The SQL a response cost, in order.</summary>
    public IReadOnlyList<string> QueriesOf(HttpResponseMessage response) => queries.Of(response);

    /// <summary>Serves on a real port, as browsers need it, and returns its address.</summary>
    public Uri Listen()
    {
        var port = FreePort.Find();
        // links in mails must lead back here
        Settings["Portal:BaseUrl"] = $"http://localhost:{port}";
        UseKestrel(port);
        StartServer();
        return listening = new Uri($"http://localhost:{port}");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        foreach (var (name, value) in Settings)
            builder.UseSetting(name, value);
        builder.ConfigureLogging(logging => logging.AddProvider(Logs));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<IStartupFilter>(queries);
            services.ConfigureDbContext<SqlitePortalDbContext>(options => options.AddInterceptors(queries.Interceptor));
            services.ConfigureDbContext<PostgresPortalDbContext>(options => options.AddInterceptors(queries.Interceptor));
            services.AddSingleton<IHttpMessageHandlerBuilderFilter>(Outgoing);
            if (Clock is { } clock)
                services.Replace(ServiceDescriptor.Singleton<IClock>(clock));
            if (!RunJobs)
                services.RemoveJobs();
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
        SqliteConnection.ClearAllPools();
        folder.Dispose();
        Outgoing.ThrowIfUnexpected();
    }
}
