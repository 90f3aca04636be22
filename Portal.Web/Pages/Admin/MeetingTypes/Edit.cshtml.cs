using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.MeetingTypes;
using Portal.Core.Scheduling;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Admin.MeetingTypes;

/// <summary>Changing a meeting type, with what it is now beside it.</summary>
public sealed class EditModel(FindMeetingType find, ChangeMeetingType change, MeetingTypeViews views) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public MeetingTypeInput Input { get; set; } = new();

    public MeetingTypeForm Form { get; private set; } = null!;

    /// <summary>The type as the database has it.</summary>
    public MeetingTypeDetails Saved { get; private set; } = null!;

    public string Address { get; private set; } = "";

    public IReadOnlyList<OpenSlot> NextTimes { get; private set; } = [];

    public bool ChangedMeanwhile { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await find.RunAsync(HttpContext.Member().OrganizationId, Id, ct) is not { } details)
            return NotFound();
        Input = MeetingTypeInput.Of(details.Draft, details.Version);
        return await ShowAsync(StatusCodes.Status200OK, null, ct);
    }

    /// <param name="act">See <see cref="ArrangedInput.Arrange"/>.</param>
    public Task<IActionResult> OnPostArrangeAsync(string? act, CancellationToken ct)
    {
        ModelState.ForgetArranged();
        return ShowAsync(StatusCodes.Status200OK, Input.Arrange(act), ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var request = new ChangeMeetingTypeRequest(HttpContext.Member(), Id, Input.Version, Input.ToDraft(ModelState.UnreadFields()));
        switch (await change.RunAsync(request, ct))
        {
            case SaveMeetingTypeOutcome.Saved:
                new PageNotice("success", "Saved. Meetings that are booked already stay as they are.").LeaveIn(TempData);
                return new SeeOtherResult(Url.Page("/Admin/MeetingTypes/Edit", new { id = Id, handler = "" })!);
            case SaveMeetingTypeOutcome.Refused refused:
                ModelState.Show(refused.Problems, Input);
                return await ShowAsync(StatusCodes.Status422UnprocessableEntity, null, ct);
            case SaveMeetingTypeOutcome.ChangedMeanwhile meanwhile:
                ChangedMeanwhile = true;
                Input.Version = meanwhile.Version;
                return await ShowAsync(StatusCodes.Status409Conflict, null, ct);
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> ShowAsync(int status, string? focusOn, CancellationToken ct)
    {
        var member = HttpContext.Member();
        if (await find.RunAsync(member.OrganizationId, Id, ct) is not { } details)
            return NotFound();
        Saved = details;
        Form = await views.FormAsync(Input, member, Id, focusOn, ct);
        Address = views.AddressOf(member, details.Draft.Slug, details.LinkKey);
        NextTimes = await views.NextTimesAsync(member, Id, ct);
        Response.StatusCode = status;
        return Page();
    }
}
