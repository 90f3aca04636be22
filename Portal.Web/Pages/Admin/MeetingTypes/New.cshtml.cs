using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.MeetingTypes;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Admin.MeetingTypes;

/// <summary>What is typed into a new meeting type, until it is one.</summary>
public sealed class NewModel(CreateMeetingType create, MeetingTypeViews views) : PageModel
{
    [BindProperty]
    public MeetingTypeInput Input { get; set; } = new();

    public MeetingTypeForm Form { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct)
    {
        Input = MeetingTypeInput.ForNew();
        return ShowAsync(null, ct);
    }

    /// <param name="act">See <see cref="ArrangedInput.Arrange"/>.</param>
    public async Task<IActionResult> OnPostArrangeAsync(string? act, CancellationToken ct)
    {
        ModelState.ForgetArranged();
        await ShowAsync(Input.Arrange(act), ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var request = new CreateMeetingTypeRequest(HttpContext.Member(), Input.ToDraft(ModelState.UnreadFields()));
        switch (await create.RunAsync(request, ct))
        {
            case SaveMeetingTypeOutcome.Saved saved:
                new PageNotice("success", $"“{request.Draft.Name}” is ready.").LeaveIn(TempData);
                return new SeeOtherResult(Url.Page("/Admin/MeetingTypes/Edit", new { id = saved.Id, handler = "" })!);
            case SaveMeetingTypeOutcome.Refused refused:
                ModelState.Show(refused.Problems, Input);
                await ShowAsync(null, ct);
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return Page();
            default:
                return NotFound();
        }
    }

    private async Task ShowAsync(string? focusOn, CancellationToken ct)
    {
        Form = await views.FormAsync(Input, HttpContext.Member(), null, focusOn, ct);
        // whoever is alone need not be asked
        if (HttpMethods.IsGet(Request.Method) && Input.Hosts is [var only])
            only.Takes = true;
    }
}
