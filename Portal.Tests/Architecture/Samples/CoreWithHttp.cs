using Microsoft.AspNetCore.Http;

namespace Portal.Tests.Architecture.Samples;

internal static class CoreWithHttp
{
    public static string Path(object context) => ((HttpContext)context).Request.Path;
}
