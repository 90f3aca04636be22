using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Support.Calls;

/// <summary>Debian's coturn on loopback, with a secret it shares with the portal; test.sh installs it.</summary>
public sealed class Coturn : IAsyncDisposable
{
    public const string Secret = "secret-of-the-tests";

    private const string Program = "/usr/bin/turnserver";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder folder = new();
    private readonly Process process;

    private Coturn(int port)
    {
        Port = port;
        if (!File.Exists(Program))
            throw new InvalidOperationException($"{Program} is missing; ./test.sh installs it.");
        process = Process.Start(new ProcessStartInfo(Program,
        [
            "-n", "--listening-ip", "127.0.0.1", "--relay-ip", "127.0.0.1", "--listening-port", $"{port}",
            "--use-auth-secret", "--static-auth-secret", Secret, "--realm", "portal.test",
            // both ends of a test's call are on this machine
            "--allow-loopback-peers", "--cli-password", "unused-but-asked-for", "--no-cli", "--no-tls", "--no-dtls", "--fingerprint",
            "--log-file", "stdout", "--pidfile", folder.Combine("turnserver.pid"), "--userdb", folder.Combine("turndb"),
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Port { get; }

    public string Url => $"turn:127.0.0.1:{Port}?transport=udp";

    /// <summary>Returns when it listens.</summary>
    public static async Task<Coturn> StartAsync()
    {
        var coturn = new Coturn(FreePort.Find());
        var until = Stopwatch.StartNew();
        while (!await coturn.ListensAsync())
        {
            if (coturn.process.HasExited || until.Elapsed > Patience)
                throw new InvalidOperationException("coturn did not start.");
            await Task.Delay(100);
        }

        return coturn;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Dispose();
    }

    private async Task<bool> ListensAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
