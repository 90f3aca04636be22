namespace Portal.Benchmarks.Pages;

/// <param name="Cookie">Of whoever may see it; null for anybody.</param>
/// <param name="IsEachAnother">No two requests have the same address, so that each is answered anew.</param>
internal sealed record LoadedPage(string Name, Uri Url, string? Cookie = null, bool IsEachAnother = false);
