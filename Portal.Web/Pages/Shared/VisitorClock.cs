using Portal.Core.Time;

namespace Portal.Web.Pages.Shared;

/// <summary>How the visitor reads a clock: as the languages their browser asks for do.</summary>
public static class VisitorClock
{
    public static ClockStyle Of(HttpRequest request) => ClockStyles.Of(
        from language in request.GetTypedHeaders().AcceptLanguage
        orderby language.Quality ?? 1 descending
        select language.Value.ToString());
}
