using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Web.Htmx;

/// <summary>The response headers htmx acts on, written fluently.</summary>
public sealed class HtmxResponseHeaders(IHeaderDictionary headers)
{
    private const string Trigger = "HX-Trigger";

    // detail objects are read by scripts, which write camelCase; the default encoder keeps the header in ASCII
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Puts an address into the browser's history and address bar.</summary>
    public HtmxResponseHeaders PushUrl(string url) => Set("HX-Push-Url", url);

    /// <summary>Replaces the current address without a new history entry.</summary>
    public HtmxResponseHeaders ReplaceUrl(string url) => Set("HX-Replace-Url", url);

    /// <summary>Makes the browser load a whole page instead of swapping.</summary>
    public HtmxResponseHeaders Redirect(string url) => Set("HX-Redirect", url);

    /// <summary>Makes the browser reload the page it is on.</summary>
    public HtmxResponseHeaders Refresh() => Set("HX-Refresh", "true");

    /// <summary>Swaps into another element than the one that asked, named by a CSS selector.</summary>
    public HtmxResponseHeaders Retarget(string selector) => Set("HX-Retarget", selector);

    /// <summary>Swaps in another way than the element asked for, such as <c>outerMorph</c>.</summary>
    public HtmxResponseHeaders Reswap(string swap) => Set("HX-Reswap", swap);

    /// <summary>Raises an event on the element that asked; several calls raise several events.</summary>
    public HtmxResponseHeaders WithTrigger(string eventName, object? detail = null)
    {
        var present = headers[Trigger].ToString();
        if (present.Length == 0 && detail is null)
            return Set(Trigger, eventName);

        var events = present.StartsWith('{')
            ? JsonNode.Parse(present)!.AsObject()
            : new JsonObject(present.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(name => KeyValuePair.Create(name, (JsonNode?)null)));
        events[eventName] = JsonSerializer.SerializeToNode(detail, Json);
        return Set(Trigger, events.ToJsonString());
    }

    private HtmxResponseHeaders Set(string header, string value)
    {
        headers[header] = value;
        return this;
    }
}
