using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Admin.MeetingTypes;

/// <summary>Every meeting type of the organisation, and what can be done to one without opening it.</summary>
public sealed class IndexModel(ListOwnMeetingTypes list, MeetingTypeViews views) : PageModel
{
    public IReadOnlyList<OwnMeetingType> Types { get; private set; } = [];

    private CurrentMember Member => HttpContext.Member();

    public string AddressOf(OwnMeetingType type) => views.AddressOf(Member, type.Slug, type.LinkKey);

    public static string HostsOf(OwnMeetingType type) => type.Assignment switch
    {
        HostAssignment.OneHost => type.HostNames.Count > 0 ? type.HostNames[0] : "Nobody",
        HostAssignment.Collective => string.Join(" and ", type.HostNames),
        _ => string.Join(" or ", type.HostNames),
    };

    public async Task OnGetAsync(CancellationToken ct) => Types = await list.RunAsync(Member.OrganizationId, ct);

    /// <param name="before">The type that is to stand behind it; none puts it last.</param>
    public async Task<IActionResult> OnPostMoveAsync(Guid id, Guid? before, [FromServices] MoveMeetingType move, CancellationToken ct) =>
        await move.RunAsync(new MoveMeetingTypeRequest(Member, id, before), ct)
            ? new SeeOtherResult($"{Url.Page("/Admin/MeetingTypes/Index", new { handler = "" })}#type-{id}")
            : NotFound();

    public async Task<IActionResult> OnPostHideAsync(Guid id, bool hidden, [FromServices] HideMeetingType hide, CancellationToken ct)
    {
        if (!await hide.RunAsync(new HideMeetingTypeRequest(Member, id, hidden), ct))
            return NotFound();
        return ToList(hidden ? "It is hidden: nobody can book it. What was booked stays." : "It can be booked again.");
    }

    public async Task<IActionResult> OnPostDuplicateAsync(Guid id, [FromServices] DuplicateMeetingType duplicate, CancellationToken ct)
    {
        if (await duplicate.RunAsync(new OwnMeetingTypeRequest(Member, id), ct) is not { } copy)
            return NotFound();
        new PageNotice("success", "This is the copy. It is hidden until you show it.").LeaveIn(TempData);
        return new SeeOtherResult(Url.Page("/Admin/MeetingTypes/Edit", new { id = copy, handler = "" })!);
    }

    public async Task<IActionResult> OnPostLinkAsync(Guid id, [FromServices] RenewPrivateLink renew, CancellationToken ct)
    {
        if (!await renew.RunAsync(new OwnMeetingTypeRequest(Member, id), ct))
            return NotFound();
        new PageNotice("success", "This is the new private link. The old one leads nowhere any more.").LeaveIn(TempData);
        return new SeeOtherResult(Url.Page("/Admin/MeetingTypes/Edit", new { id, handler = "" })!);
    }

    private SeeOtherResult ToList(string said)
    {
        new PageNotice("success", said).LeaveIn(TempData);
        return new SeeOtherResult(Url.Page("/Admin/MeetingTypes/Index", new { handler = "" })!);
    }
}
