namespace Portal.Web.Htmx;

public static class ToastTrigger
{
    /// <param name="kind">info, success, warning or error.</param>
    public static HtmxResponseHeaders WithToast(this HtmxResponseHeaders headers, string text, string kind = "success") =>
        headers.WithTrigger("portal:toast", new { text, kind });
}
