using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.Calendars;
using Portal.Core.Notifications;

namespace Portal.Web.Pages.Dev;

/// <summary>One mail, its HTML in a frame of its own where nothing of it can run.</summary>
public sealed class MailMessageModel(PickupFolder folder) : PageModel
{
    /// <summary>Mails carry their styles inline; links open beside this page.</summary>
    private const string FramePolicy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'; "
        + "sandbox allow-popups allow-popups-to-escape-sandbox";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PickedUpMail Mail { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await folder.FindAsync(Id, HttpContext.RequestAborted) is not { } mail)
        {
            context.Result = NotFound();
            return;
        }

        Mail = mail;
        await next();
    }

    public void OnGet()
    {
    }

    public IActionResult OnGetHtml()
    {
        Response.Headers.ContentSecurityPolicy = FramePolicy;
        var html = Mail.Html?.Replace("<head>", "<head><base target=\"_blank\">", StringComparison.Ordinal);
        return html is null ? NotFound() : Content(html, "text/html; charset=utf-8");
    }

    public IActionResult OnGetCalendar() => Mail.Calendar is { } calendar
        ? File(Encoding.UTF8.GetBytes(calendar), $"{MeetingCalendar.MediaType}; charset=utf-8", MeetingCalendar.FileName)
        : NotFound();
}
