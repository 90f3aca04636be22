using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using NodaTime;
using Portal.Core.Video.Http;

namespace Portal.Core.Video.LiveKit;

/// <summary>Calls a method of the server with a token that allows just that.</summary>
internal sealed class TwirpClient(HttpClient http, LiveKitAccount account, IClock clock)
{
    public const string Name = "LiveKit";

    private static readonly Duration TokenLifetime = Duration.FromMinutes(1);

    /// <param name="once">Doing it twice would do two things.</param>
    /// <exception cref="VideoProviderException">Every answer but success and <c>not_found</c>.</exception>
    public async Task<JsonAnswer> RequestAsync(string service, string method, object body, VideoGrants grants, CancellationToken ct, bool once = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{account.Api.AbsoluteUri.TrimEnd('/')}/twirp/livekit.{service}/{method}");
        var token = new AccessToken(account.ApiKey, account.ApiSecret, null, null, grants, clock.GetCurrentInstant(), TokenLifetime);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.ToJwt());
        request.Options.Set(ProviderCalls.Once, once);
        // known length: not every server in between takes a body sent in pieces
        request.Content = JsonContent.Create(body);
        await request.Content.LoadIntoBufferAsync(ct);
        var answer = await http.AskAsync(request, Name, ct);
        if (answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            throw new VideoProviderException(VideoFault.AccountRefused, $"The LiveKit server does not accept the key {account.ApiKey} with this secret.");
        return (answer.IsSuccess && answer.Body is not null) || answer.Word("code") == "not_found" ? answer : throw Refuse(answer);
    }

    private static VideoProviderException Refuse(JsonAnswer answer) => answer switch
    {
        { IsSuccess: true } => new(VideoFault.Incomprehensible, "What answers at this address is no LiveKit server."),
        { Body: null } => new(VideoFault.Refused, $"What answers at this address is no LiveKit server (status {(int)answer.Status})."),
        _ => new(VideoFault.Refused, $"The LiveKit server refuses the request: {answer.Word("msg") ?? answer.Word("code") ?? "no reason given"}."),
    };
}
