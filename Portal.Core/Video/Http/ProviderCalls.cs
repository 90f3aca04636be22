using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using Portal.Core.Outgoing;

namespace Portal.Core.Video.Http;

/// <summary>One pipeline per server, so that one that is down slows nobody else, and is left alone for a while.</summary>
public sealed class ProviderCalls(IOptions<VideoOptions> options)
{
    /// <summary>On a request whose second arrival would do something twice. 429 says that nothing was done, and is tried again all the same.</summary>
    public static readonly HttpRequestOptionsKey<bool> Once = new("portal.once");

    private const int Tries = 3;

    /// <summary>Whoever is asked to wait longer is better told so.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(4);

    private readonly ConcurrentDictionary<string, ResiliencePipeline<HttpResponseMessage>> pipelines = new(StringComparer.OrdinalIgnoreCase);

    public async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, Func<CancellationToken, Task<HttpResponseMessage>> send, CancellationToken ct)
    {
        var pipeline = pipelines.GetOrAdd(request.RequestUri!.Authority, _ => Build());
        var context = ResilienceContextPool.Shared.Get(ct);
        context.Properties.Set(OncePerRequest, request.Options.TryGetValue(Once, out var once) && once);
        try
        {
            return await pipeline.ExecuteAsync(async call => await send(call.CancellationToken), context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static readonly ResiliencePropertyKey<bool> OncePerRequest = new("once");

    private ResiliencePipeline<HttpResponseMessage> Build() => new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = Tries - 1,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(200),
            UseJitter = true,
            ShouldHandle = again => ValueTask.FromResult(IsWorthAnother(again.Outcome, again.Context)),
            DelayGenerator = again => ValueTask.FromResult(again.Outcome.Result?.Headers.RetryAfter?.Delta),
            OnRetry = again =>
            {
                again.Outcome.Result?.Dispose();
                return ValueTask.CompletedTask;
            },
        })
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
        {
            FailureRatio = 0.5,
            MinimumThroughput = 10,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = TimeSpan.FromSeconds(15),
            ShouldHandle = call => ValueTask.FromResult(IsFailure(call.Outcome)),
        })
        .AddTimeout(options.Value.AttemptTimeout)
        .Build();

    private static bool IsWorthAnother(Outcome<HttpResponseMessage> outcome, ResilienceContext context)
    {
        if (outcome.Result is { StatusCode: System.Net.HttpStatusCode.TooManyRequests } busy)
            return busy.Headers.RetryAfter?.Delta is not { } pause || pause <= LongestPause;
        return IsFailure(outcome) && !context.Properties.GetValue(OncePerRequest, false);
    }

    private static bool IsFailure(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException { InnerException: not InternalAddressException } or TimeoutRejectedException || (int?)outcome.Result?.StatusCode >= 500;
}
