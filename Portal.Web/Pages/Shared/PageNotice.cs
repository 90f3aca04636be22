using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Portal.Web.Pages.Shared;

/// <summary>What a post has to say on the page it redirects to. Shown once, by <c>_PageNotice</c>.</summary>
/// <param name="Kind">info, success, warning or error.</param>
/// <param name="LinkText">The next step, with <paramref name="LinkUrl"/>; null for none.</param>
public sealed record PageNotice(string Kind, string Text, string? LinkText = null, string? LinkUrl = null)
{
    private const string Key = "notice";

    public static PageNotice? TakeFrom(ITempDataDictionary tempData) =>
        tempData[Key] is string json ? JsonSerializer.Deserialize<PageNotice>(json) : null;

    public void LeaveIn(ITempDataDictionary tempData) => tempData[Key] = JsonSerializer.Serialize(this);
}
