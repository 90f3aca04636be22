using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.Bookings;
using Portal.Core.Time;
using Portal.Web.Htmx;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Meetings;

/// <summary>
/// The meetings this browser knows, without an account (A8): those it booked, and those whose link it followed to the door.
/// </summary>
public sealed class MineModel(ListOwnMeetings listOwn, OpenOwnMeeting openOwn) : PageModel
{
    public const string Book = "book";

    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    public bool IsBooking => Tab == Book;

    public OwnMeetings Meetings { get; private set; } = null!;

    public IReadOnlyList<MeetingCard> Cards { get; private set; } = [];

    /// <summary>Where meetings can be booked, of those this browser had meetings with.</summary>
    public IReadOnlyList<(string Slug, string Name)> Organizations =>
        [.. Meetings.ToCome.Concat(Meetings.Past).Select(meeting => (meeting.OrganizationSlug, meeting.OrganizationName)).Distinct()];

    public string Version => FragmentVersion.Of(string.Join('\n', Cards), Meetings.Past.Count);

    public string DayOf(OwnMeeting meeting) =>
        MeetingTime.Day(meeting.StartsAt.InZone(meeting.Zone).Date, Meetings.Now.InZone(meeting.Zone).Date);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnGetCardsAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return this.FragmentOrNotModified("_MyMeetings", this, Version);
    }

    /// <param name="join">To the door rather than to the details.</param>
    public async Task<IActionResult> OnPostOpenAsync(Guid booking, bool join, CancellationToken ct)
    {
        var token = await openOwn.RunAsync(await VisitorSession.ParticipantIdsAsync(HttpContext), booking, ct);
        if (token is null)
            return NotFound();
        return new SeeOtherResult(join ? this.DoorUrl(token) : this.MeetingUrl(token));
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Meetings = await listOwn.RunAsync(await VisitorSession.ParticipantIdsAsync(HttpContext), ct);
        Cards = [.. Meetings.ToCome.Select(meeting => MeetingCard.Of(meeting, Meetings.Now, VisitorClock.Of(Request)))];
    }
}
