using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Portal.Core.Video.Http;

namespace Portal.Core.Video.Twilio;

/// <summary>Requests with a user name and a password; the resources beside it are what can be asked for.</summary>
internal sealed class TwilioRestClient(HttpClient http, Uri api, string username, string password)
{
    public const string Name = "Twilio";

    /// <summary>A room of this name is in progress.</summary>
    public const string RoomExists = "53113";

    public async Task<JsonAnswer> RequestAsync(HttpMethod method, string path, IReadOnlyDictionary<string, string>? form, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, new Uri(api, path));
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}")));
        if (form is not null)
            request.Content = new FormUrlEncodedContent(form);
        var answer = await http.AskAsync(request, Name, ct);
        return answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
            ? throw new VideoProviderException(VideoFault.AccountRefused, $"Twilio does not accept the credentials of {username}{CodeOf(answer)}.")
            : answer;
    }

    /// <summary>For an answer nobody expected.</summary>
    public static VideoProviderException Refuse(JsonAnswer answer) => answer.IsSuccess
        ? new(VideoFault.Incomprehensible, "Twilio answered something nobody understands.")
        : new(VideoFault.Refused, $"Twilio refuses the request with status {(int)answer.Status}{CodeOf(answer)}.");

    private static string CodeOf(JsonAnswer answer) => answer.Word("code") is { } code ? $" (error {code})" : "";
}
