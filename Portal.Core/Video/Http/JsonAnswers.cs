using System.Net;
using System.Text.Json;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Portal.Core.Outgoing;

namespace Portal.Core.Video.Http;

/// <summary>Sends a request, and makes one exception of everything that can go wrong with it.</summary>
internal static class JsonAnswers
{
    /// <summary>No answer of a provider is longer; what is, is not read.</summary>
    private const int Longest = 4 * 1024 * 1024;

    /// <param name="name">Of the provider, for people.</param>
    /// <returns>The status and the body, where that is JSON; of a failure too.</returns>
    /// <exception cref="VideoProviderException">No answer, or one of 5xx or 429 after all tries.</exception>
    public static async Task<JsonAnswer> AskAsync(this HttpClient http, HttpRequestMessage request, string name, CancellationToken ct)
    {
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, ct);
            if (response.StatusCode == HttpStatusCode.TooManyRequests || (int)response.StatusCode >= 500)
                throw new VideoProviderException(VideoFault.Busy, $"{name} is overloaded or broken at the moment (status {(int)response.StatusCode}).");
            var body = await response.Content.ReadAsStringAsync(ct);
            var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
            return new JsonAnswer(response.StatusCode, isJson && body.Length is > 0 and <= Longest ? Parse(body, name) : null, isJson ? "" : body.Trim());
        }
        catch (BrokenCircuitException broken)
        {
            throw new VideoProviderException(VideoFault.Unreachable, $"{name} did not answer several times in a row and is left alone for a moment.", broken);
        }
        catch (HttpRequestException refused) when (refused.InnerException is InternalAddressException inside)
        {
            throw new VideoProviderException(VideoFault.Refused, inside.Message, refused);
        }
        catch (Exception exception) when (exception is HttpRequestException or TimeoutRejectedException or IOException
            || (exception is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new VideoProviderException(VideoFault.Unreachable, $"{name} cannot be reached.", exception);
        }
    }

    private static JsonElement Parse(string body, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new VideoProviderException(VideoFault.Incomprehensible, $"{name} answered something that is no JSON.", exception);
        }
    }
}
