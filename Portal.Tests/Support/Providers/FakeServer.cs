using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Portal.Tests.Support.Providers;

/// <summary>A provider's server on loopback, that behaves as its protocol sheet says, and badly when it is told to.</summary>
public abstract class FakeServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<Trouble> troubles = new();
    private readonly ConcurrentQueue<string> requests = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly WebApplication app;

    protected FakeServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(ReceiveAsync);
        app.StartAsync().GetAwaiter().GetResult();
        Address = new Uri(app.Urls.Single());
    }

    public Uri Address { get; }

    /// <summary>What was asked, in order: <c>POST /v1/Rooms</c>.</summary>
    public IReadOnlyList<string> Requests => [.. requests];

    /// <summary>Of the next requests, one each.</summary>
    public void Expect(params IEnumerable<Trouble> next)
    {
        foreach (var trouble in next)
            troubles.Enqueue(trouble);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await stopping.CancelAsync();
        await app.DisposeAsync();
        stopping.Dispose();
    }

    /// <summary>The status and the body of a good answer; null for a body that is no JSON.</summary>
    protected abstract Task<(int Status, object? Body)> AnswerAsync(HttpContext http);

    private async Task ReceiveAsync(HttpContext http)
    {
        requests.Enqueue($"{http.Request.Method} {http.Request.Path}");
        switch (troubles.TryDequeue(out var trouble) ? trouble : (Trouble?)null)
        {
            case Trouble.Breaks:
                http.Response.StatusCode = 500;
                return;
            case Trouble.IsBusy or Trouble.IsBusyForLong:
                http.Response.StatusCode = 429;
                http.Response.Headers.RetryAfter = trouble == Trouble.IsBusy ? "1" : "60";
                return;
            case Trouble.Hangs:
                await Task.Delay(Timeout.Infinite, CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping.Token).Token)
                    .ContinueWith(_ => { }, TaskScheduler.Default);
                http.Abort();
                return;
            case Trouble.Babbles:
                http.Response.ContentType = "application/json";
                await http.Response.WriteAsync("{\"sid\":");
                return;
            case Trouble.CutsTheLine:
                await AnswerAsync(http);
                http.Abort();
                return;
        }

        var (status, body) = await AnswerAsync(http);
        http.Response.StatusCode = status;
        if (body is not null)
            await http.Response.WriteAsJsonAsync(body);
        else
            await http.Response.WriteAsync("no such thing");
    }
}
