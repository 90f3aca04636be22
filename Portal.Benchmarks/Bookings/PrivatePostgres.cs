using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Portal.Benchmarks.Pages;

namespace Portal.Benchmarks.Bookings;

/// <summary>A server of the benchmark's own on loopback, as it is installed: it syncs every commit.</summary>
internal sealed class PrivatePostgres : IAsyncDisposable
{
    private readonly string bin;
    private readonly string data;

    private PrivatePostgres(string bin, string data, int port)
    {
        (this.bin, this.data) = (bin, data);
        ConnectionString = new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = port, Username = "portal", Database = "postgres" }.ConnectionString;
    }

    public string ConnectionString { get; }

    public Process Process => Process.GetProcessById(int.Parse(File.ReadLines(Path.Combine(data, "postmaster.pid")).First(), CultureInfo.InvariantCulture));

    public static async Task<PrivatePostgres> StartAsync(WorkFolder folder)
    {
        const string Installed = "/usr/lib/postgresql";
        var bin = Directory.Exists(Installed)
            ? Directory.GetDirectories(Installed).OrderByDescending(version => version, StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")).First()
            : "";
        var home = Directory.CreateDirectory(folder.Combine("postgres")).FullName;
        // the server refuses to run as root; then it belongs to the user its package made
        if (Environment.IsPrivilegedProcess)
        {
            await Commands.RunAsync("chmod", ["755", Path.GetDirectoryName(home)!]);
            await Commands.RunAsync("chown", ["postgres", home]);
        }

        var server = new PrivatePostgres(bin, Path.Combine(home, "data"), ReferenceServers.FreePort());
        await server.CallAsync("initdb", "-D", server.data, "-A", "trust", "-U", "portal", "--locale=C.UTF-8", "--no-sync");
        var port = new NpgsqlConnectionStringBuilder(server.ConnectionString).Port;
        await server.CallAsync("pg_ctl", "-D", server.data, "-l", Path.Combine(home, "log"), "-w", "start", "-o",
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200");
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await CallAsync("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop");
    }

    // its output is thrown away: the server keeps what it inherits open, and nobody would ever have read it to the end
    private async Task CallAsync(string command, params string[] arguments)
    {
        string[] all = [Path.Combine(bin, command), .. arguments];
        await Commands.RunAsync(
            "sh", ["-c", "\"$@\" >/dev/null 2>&1 </dev/null", "sh", .. Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", .. all] : all]);
    }
}
