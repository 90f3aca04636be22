using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Bookings;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Book;

/// <summary>Choosing a time of a meeting type and booking it. <c>…/slots</c> is the same choice as a fragment.</summary>
[OutputCache(PolicyName = KeptPages.Calendar)]
[StaysInWindowGroup]
public sealed class MeetingTypeModel(FindOpenSlots findOpenSlots, BookSlot bookSlot) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Org { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Type { get; set; } = "";

    [BindProperty]
    public BookingInput Input { get; set; } = new();

    public SlotCalendar Calendar { get; private set; } = null!;

    public BookableMeeting Meeting => Calendar.Open.Meeting;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(SlotQuery.Of(Request.Query), ct))
            return NotFound();
        Input.FillIn(Calendar.Address.Shown);
        if (Calendar.Address.Shown.Time is not null)
            VisitorHolds.Remember(HttpContext);
        if (Calendar.Address.Shown.RemembersZone && Calendar.ZoneIsChosen)
            VisitorZone.Remember(Response, Calendar.Zone);
        return Page();
    }

    public async Task<IActionResult> OnGetSlotsAsync(CancellationToken ct)
    {
        if (await OnGetAsync(ct) is NotFoundResult notFound)
            return notFound;
        this.PushAddress(Calendar.Address.Here.Page);
        return Partial("_Booking", this);
    }

    /// <param name="start">The time chosen, as <see cref="SlotQuery.Write"/> writes it.</param>
    /// <param name="zone">What it was shown in.</param>
    public async Task<IActionResult> OnPostAsync(string? start, string? zone, string? article, CancellationToken ct)
    {
        var query = SlotQuery.Of(Request.Query) with { Time = SlotQuery.TimeOf(start), Zone = zone, Article = SlotQuery.ArticleOf(article) };
        Input.RefuseWebsite(ModelState);
        if (!ModelState.IsValid || query.Time is null)
            return await AgainAsync(query, StatusCodes.Status422UnprocessableEntity, ct);

        var visitorZone = VisitorZone.Of(Request, zone, DateTimeZone.Utc).Zone;
        var cookie = (await VisitorSession.ReadAsync(HttpContext)).ToAct();
        var request = Input.ToRequest(Org, Type, query, visitorZone, VisitorHolds.HolderOf(Request)) with { BrowserId = cookie.BrowserId };
        var outcome = await bookSlot.RunAsync(request, ct);
        switch (outcome)
        {
            case BookSlotOutcome.Booked booked:
                await VisitorSession.RememberAsync(HttpContext, cookie, booked.VisitorId);
                return new SeeOtherResult(Url.Page("/Meetings/Meeting", new { token = booked.Token, booked = 1 })!);
            case BookSlotOutcome.SlotTaken:
                return await AgainAsync(query, StatusCodes.Status409Conflict, ct);
            case BookSlotOutcome.KeyReused:
                Input.StartAnew(ModelState);
                break;
        }
        return BookingRefusals.AddTo(ModelState, outcome) ? await AgainAsync(query, StatusCodes.Status422UnprocessableEntity, ct) : NotFound();
    }

    private async Task<bool> LoadAsync(SlotQuery query, CancellationToken ct)
    {
        if (await findOpenSlots.RunAsync(new FindOpenSlotsRequest(Org, Type, query.Length, query.Key, VisitorHolds.HolderOf(Request)) { Asked = query.Time }, ct) is not { } open)
            return false;
        Show(open, query);
        return true;
    }

    private void Show(OpenTimes open, SlotQuery query)
    {
        var path = Url.Page("/Book/MeetingType", new { org = Org, type = Type, handler = "" })!;
        Calendar = SlotCalendar.Of(open, VisitorZone.Of(Request, query.Zone, open.Meeting.OrganizationZone), VisitorClock.Of(Request), new SlotAddress(path, query));
    }

    private async Task<IActionResult> AgainAsync(SlotQuery query, int status, CancellationToken ct) =>
        await LoadAsync(query, ct) ? this.PageWith(status) : NotFound();
}
