namespace Portal.Web.Htmx;

public static class HtmxResponseExtensions
{
    public static void Htmx(this HttpResponse response, Action<HtmxResponseHeaders> configure) =>
        configure(new HtmxResponseHeaders(response.Headers));
}
