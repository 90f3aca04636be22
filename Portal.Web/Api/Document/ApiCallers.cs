namespace Portal.Web.Api.Document;

/// <summary>Who may call an endpoint, as the document says it.</summary>
[Flags]
internal enum ApiCallers
{
    Anybody = 0,
    Members = 1,
    Visitors = 2,
}
