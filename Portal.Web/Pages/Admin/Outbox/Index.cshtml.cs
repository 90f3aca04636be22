using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Portal.Core.Notifications;
using Portal.Web.Htmx;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Admin.Outbox;

public sealed class IndexModel(ListOutbox listOutbox, SendAgain sendAgain, IClock clock) : PageModel
{
    /// <summary>Everything in the address that decides which mails are shown.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public OutboxFilter Filter { get; set; } = new();

    public OutboxView List { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnGetRowsAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Response.Htmx(headers => headers.PushUrl(Url.Page("/Admin/Outbox/Index", Filter.Route())!));
        return Partial("_Rows", List);
    }

    /// <param name="mail">Only this one; without it all that were given up.</param>
    public async Task<IActionResult> OnPostSendAgainAsync(Guid? mail, CancellationToken ct)
    {
        var outcome = await sendAgain.RunAsync(new SendAgainRequest(HttpContext.Member(), MessageId: mail), ct);
        if (outcome is SendAgainOutcome.MailNotFound)
            return NotFound();
        ResendWords.NoticeOf(outcome).LeaveIn(TempData);
        return new SeeOtherResult(Url.Page("/Admin/Outbox/Index", Filter.Route())!);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var member = HttpContext.Member();
        var list = await listOutbox.RunAsync(Filter.RequestFor(member.OrganizationId), ct);
        List = new OutboxView(list, Filter, clock.GetCurrentInstant(), member.Zone);
    }
}
