using Portal.Core.Notifications;

namespace Portal.Web.Pages.Admin.Outbox;

/// <summary>The list's state as the address carries it: <c>?state=givenup&amp;text=vera&amp;older=…</c></summary>
public sealed class OutboxFilter
{
    public OutboxState? State { get; set; }

    public string? Text { get; set; }

    /// <summary>The id of a mail: the page goes on below it.</summary>
    public Guid? Older { get; set; }

    public bool IsOn => State is not null || !string.IsNullOrWhiteSpace(Text);

    public ListOutboxRequest RequestFor(Guid organizationId) => new(
        organizationId, State is { } state && Enum.IsDefined(state) ? state : null, Text, Older);

    /// <summary>The same for a form that comes back here.</summary>
    /// <param name="mail">What the form is about; null for all.</param>
    public Dictionary<string, string?> Kept(Guid? mail = null)
    {
        var values = Route(Older).Where(value => value.Key != "handler").ToDictionary(value => value.Key, value => value.Value?.ToString());
        if (mail is not null)
            values["mail"] = mail.ToString();
        return values;
    }

    /// <summary>The values of the address that shows this.</summary>
    public RouteValueDictionary Route(Guid? older = null)
    {
        var route = new RouteValueDictionary { ["handler"] = "" };
        if (State is { } state)
            route["state"] = state.ToString().ToLowerInvariant();
        if (!string.IsNullOrWhiteSpace(Text))
            route["text"] = Text.Trim();
        if (older is not null)
            route["older"] = older;
        return route;
    }
}
