using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.MeetingTypes;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Admin.MeetingTypes;

public sealed class DeleteModel(FindMeetingType find, DeleteMeetingType delete) : PageModel
{
    public MeetingTypeDetails Type { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowAsync(id, StatusCodes.Status200OK, ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        switch (await delete.RunAsync(new OwnMeetingTypeRequest(HttpContext.Member(), id), ct))
        {
            case DeleteMeetingTypeOutcome.Deleted deleted:
                new PageNotice("success", $"“{deleted.Name}” is deleted.").LeaveIn(TempData);
                return new SeeOtherResult(Url.Page("/Admin/MeetingTypes/Index")!);
            case DeleteMeetingTypeOutcome.InUse:
                return await ShowAsync(id, StatusCodes.Status409Conflict, ct);
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> ShowAsync(Guid id, int status, CancellationToken ct)
    {
        if (await find.RunAsync(HttpContext.Member().OrganizationId, id, ct) is not { } type)
            return NotFound();
        Type = type;
        Response.StatusCode = status;
        return Page();
    }
}
