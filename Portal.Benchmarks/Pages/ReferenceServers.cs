using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Portal.Benchmarks.Pages;

/// <summary>What the portal is measured against: nginx with a static page, and Kestrel with nothing behind it.</summary>
internal static class ReferenceServers
{
    private const int PageBytes = 5 * 1024;

    public static async Task<Measurement> MeasureNginxAsync(Wrk load, WorkFolder folder)
    {
        var port = FreePort();
        Directory.CreateDirectory(folder.Combine("www"));
        await File.WriteAllTextAsync(Path.Combine(folder.Combine("www"), "page.html"), new string('x', PageBytes));
        await File.WriteAllTextAsync(folder.Combine("nginx.conf"), $$"""
            user root; worker_processes auto; daemon off; pid {{folder.Combine("nginx.pid")}}; error_log stderr crit;
            events { worker_connections 1024; }
            http {
              access_log off; sendfile on; keepalive_requests 1000000; types { text/html html; }
              server { listen 127.0.0.1:{{port}}; root {{folder.Combine("www")}}; }
            }
            """);
        using var nginx = Commands.Start("nginx", ["-c", folder.Combine("nginx.conf"), "-p", folder.Combine("www")]);
        return await MeasureAsync(load, nginx, new Uri($"http://127.0.0.1:{port}/page.html"), warmsUp: false);
    }

    /// <summary>This program once more, as a process of its own, so that its CPU can be told apart.</summary>
    public static async Task<Measurement> MeasureKestrelAsync(Wrk load)
    {
        var port = FreePort();
        using var kestrel = Commands.Start("dotnet", [typeof(ReferenceServers).Assembly.Location, "bare-kestrel", $"http://127.0.0.1:{port}"]);
        return await MeasureAsync(load, kestrel, new Uri($"http://127.0.0.1:{port}/"), warmsUp: true);
    }

    /// <summary>Serves the same bytes until it is killed, or says that they have not changed to whoever names a version.</summary>
    public static Task ServeBareAsync(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var app = builder.Build();
        var page = System.Text.Encoding.ASCII.GetBytes(new string('x', PageBytes));
        app.Run(async http =>
        {
            if (http.Request.Headers["HX-PTag"] is [{ } version])
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                http.Response.Headers["HX-PTag"] = version;
                http.Response.Headers.CacheControl = "no-store";
                return;
            }

            http.Response.ContentType = "text/html";
            http.Response.ContentLength = page.Length;
            await http.Response.Body.WriteAsync(page);
        });
        return app.RunAsync();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits for the first answer, at most a minute.</summary>
    public static async Task UntilAnsweredAsync(Uri url)
    {
        using var http = new HttpClient();
        for (var attempt = 0; attempt < 600; attempt++)
        {
            try
            {
                using var answer = await http.GetAsync(url);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"{url} did not answer within a minute.");
    }

    private static async Task<Measurement> MeasureAsync(Wrk load, Process server, Uri url, bool warmsUp)
    {
        try
        {
            await UntilAnsweredAsync(url);
            var page = new LoadedPage("reference", url);
            if (warmsUp)
                await load.WarmUpAsync(page);
            return await load.MeasureAsync(page, server);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }
    }
}
