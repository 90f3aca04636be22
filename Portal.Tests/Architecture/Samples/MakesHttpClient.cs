namespace Portal.Tests.Architecture.Samples;

internal static class MakesHttpClient
{
    public static HttpClient Make() => new();
}
