using System.Net;
using System.Text.Json;

namespace Portal.Core.Video.Http;

/// <param name="Text">The body where it is no JSON.</param>
internal sealed record JsonAnswer(HttpStatusCode Status, JsonElement? Body, string Text)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <returns>Null when there is no such word.</returns>
    public string? Word(string name) => Body is { } body ? WordOf(body, name) : null;

    public static string? WordOf(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;

    /// <returns>The items of a list; none when there is no such list.</returns>
    public IEnumerable<JsonElement> List(string name) =>
        Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
            : [];
}
