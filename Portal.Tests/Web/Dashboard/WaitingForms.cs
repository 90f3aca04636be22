using AngleSharp.Dom;
using Portal.Tests.Support;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Dashboard;

/// <summary>The forms of the waiting panel, and what it says.</summary>
internal static class WaitingForms
{
    public const string List = "/dashboard/waiting";

    public static string Admit(BookedMeeting meeting) => $"#waiting-{meeting.VisitorId} .waiting-acts > form";

    public static string Decline(BookedMeeting meeting) => $"#waiting-{meeting.VisitorId} details.decline:not(.patience) form";

    public static string Hold(BookedMeeting meeting) => $"#hold-{meeting.VisitorId} form";

    public static string TakeOver(BookedMeeting meeting) => $"#waiting-{meeting.VisitorId} form[action*=TakeOver]";

    public static List<IElement> Rows(IParentNode page) => [.. page.QuerySelectorAll("[data-waiting]")];

    public static string Token(IParentNode page) => page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    public static async Task<string> NoticeAsync(PortalClient client) =>
        (await client.GetDocumentAsync("/dashboard")).QuerySelector(".page-notice")!.TextContent;

    public static HttpRequestMessage Post(string handler, Guid participantId, string? token)
    {
        var fields = new Dictionary<string, string> { ["participantId"] = participantId.ToString() };
        if (token is not null)
            fields["__RequestVerificationToken"] = token;
        return new HttpRequestMessage(HttpMethod.Post, $"{List}?handler={handler}") { Content = new FormUrlEncodedContent(fields) };
    }
}
