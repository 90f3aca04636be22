namespace Portal.Core.Video.Http;

/// <summary>Puts <see cref="ProviderCalls"/> between a client and the network.</summary>
internal sealed class ResilientHandler(ProviderCalls calls) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        calls.SendAsync(request, ct => base.SendAsync(request, ct), cancellationToken);
}
