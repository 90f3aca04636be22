using System.Collections.Concurrent;
using Microsoft.Extensions.Http;

namespace Portal.Tests.Support.Http;

/// <summary>Refuses every call the portal makes to another server, but to those a test named.</summary>
public sealed class OutgoingCalls : IHttpMessageHandlerBuilderFilter
{
    private readonly ConcurrentDictionary<string, bool> allowed = new();
    private readonly ConcurrentQueue<string> unexpected = new();

    /// <summary>A fake server of the test: scheme, host and port.</summary>
    public void Allow(Uri server) => allowed[server.GetLeftPart(UriPartial.Authority)] = true;

    public void ThrowIfUnexpected()
    {
        if (!unexpected.IsEmpty)
            Assert.Fail($"The portal called servers no fake stands for: {string.Join(", ", unexpected)}");
    }

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        builder.PrimaryHandler = new Guard(this, builder.PrimaryHandler);
    };

    private sealed class Guard(OutgoingCalls calls, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (calls.allowed.ContainsKey(request.RequestUri!.GetLeftPart(UriPartial.Authority)))
                return base.SendAsync(request, cancellationToken);
            calls.unexpected.Enqueue($"{request.Method} {request.RequestUri}");
            throw new HttpRequestException($"No fake stands for {request.RequestUri}.");
        }
    }
}
