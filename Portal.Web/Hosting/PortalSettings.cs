using System.Globalization;
using Microsoft.Data.Sqlite;
using Portal.Core;
using Portal.Core.Persistence;
using Portal.Web.Security;

namespace Portal.Web.Hosting;

/// <summary>The settings the start itself needs, read once and checked. Each part of the product checks its own section.</summary>
public sealed record PortalSettings(PortalOptions Portal, DatabaseOptions Database, DemoOptions Demo, LimitOptions Limits)
{
    private const int MostDrainDelay = 300;

    /// <exception cref="StartRefusedException">A value is missing or wrong; the message names the setting.</exception>
    public static PortalSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var portal = Bind<PortalOptions>(configuration, "Portal");
        var database = Bind<DatabaseOptions>(configuration, "Database");
        var demo = Bind<DemoOptions>(configuration, "Demo");
        var limits = Bind<LimitOptions>(configuration, "Limits");

        var listening = ListeningAddress(configuration["Urls"]);
        if (string.IsNullOrWhiteSpace(portal.BaseUrl))
            portal.BaseUrl = listening;
        if (!Uri.TryCreate(portal.BaseUrl, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new StartRefusedException($"Portal:BaseUrl is '{portal.BaseUrl}', but must be the address people open, such as https://meet.example.org.");
        portal.BaseUrl = portal.BaseUrl.TrimEnd('/');
        portal.DataFolder = UsableFolder(Path.GetFullPath(portal.DataFolder, environment.ContentRootPath), "Portal:DataFolder");
        CheckDatabase(database, portal.DataFolder);
        CheckDemo(demo, environment);
        if (limits.PublicPostsPerMinute < 1)
            throw new StartRefusedException($"Limits:PublicPostsPerMinute is {limits.PublicPostsPerMinute}, but must be at least 1.");
        if (portal.DrainDelay is < 0 or > MostDrainDelay)
            throw new StartRefusedException($"Portal:DrainDelay is {portal.DrainDelay}, but must be from 0 to {MostDrainDelay} seconds.");
        return new PortalSettings(portal, database, demo, limits);
    }

    /// <summary>Reads a section strictly: a value of the wrong kind is refused by its name.</summary>
    public static T Bind<T>(IConfiguration configuration, string section)
        where T : new()
    {
        var options = new T();
        try
        {
            configuration.GetSection(section).Bind(options);
        }
        catch (InvalidOperationException exception)
        {
            throw new StartRefusedException($"A setting under {section} cannot be read: {exception.Message}");
        }

        return options;
    }

    // "http://*:5080" listens everywhere and is reached, on this machine, as localhost
    private static string ListeningAddress(string? urls)
    {
        var addresses = (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ParseAddress).ToList();
        if (addresses is not [var first, ..])
            return "http://localhost:5080";
        var host = first.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : first.Host;
        return $"{first.Scheme}://{host}:{first.Port}";
    }

    private static BindingAddress ParseAddress(string address)
    {
        try
        {
            return BindingAddress.Parse(address);
        }
        catch (FormatException)
        {
            throw new StartRefusedException($"Urls holds '{address}', which is not an address to listen on, such as http://localhost:5080.");
        }
    }

    private static void CheckDatabase(DatabaseOptions database, string dataFolder)
    {
        if (!Enum.IsDefined(database.Provider))
            throw new StartRefusedException($"Database:Provider is '{database.Provider:D}', but must be Sqlite or Postgres.");
        if (database.Provider == DatabaseProvider.Postgres && string.IsNullOrWhiteSpace(database.ConnectionString))
            throw new StartRefusedException("Database:ConnectionString is empty, but Database:Provider is Postgres: give it as Host=…;Database=…;Username=…;Password=….");
        if (database.Provider != DatabaseProvider.Sqlite)
            return;
        if (!SqliteNative.IsPresent())
            throw new StartRefusedException("The SQLite library is missing: install it (Debian, Ubuntu: apt install libsqlite3-0), or name the file in the environment variable SQLITE_LIBRARY.");
        if (string.IsNullOrWhiteSpace(database.ConnectionString))
            database.ConnectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, "portal.db") }.ToString();
    }

    private static void CheckDemo(DemoOptions demo, IHostEnvironment environment)
    {
        if (demo.Enabled && !environment.IsDevelopment())
            throw new StartRefusedException("Demo:Enabled is true, but the demo world has known passwords and exists only in Development.");
        if (demo.Enabled && demo.Password.Length < 10)
            throw new StartRefusedException("Demo:Password must have at least 10 characters.");
    }

    /// <summary>Makes the folder where it is missing.</summary>
    /// <param name="setting">That names it.</param>
    internal static string UsableFolder(string folder, string setting)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $".write-test-{Environment.ProcessId}"));
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return folder;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The folder '{folder}' cannot be written to: give this user the right to, or name another in {setting}.");
        }
    }
}
