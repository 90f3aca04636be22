namespace Portal.Web.Htmx;

public static class ChangedTrigger
{
    /// <summary>Everything on the page that keeps itself up to date asks at once, because what it shows has changed.</summary>
    public static HtmxResponseHeaders WithChange(this HtmxResponseHeaders headers) => headers.WithTrigger("portal:changed");
}
