using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Time;
using Portal.Web.Pages.Dashboard.Availability;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Dashboard.Bookings;

/// <summary>A host or an admin gives a meeting to another host of its type.</summary>
public sealed class ReassignModel(ReassignBooking reassignBooking, ListOtherHosts listOthers, IClock clock) : PageModel
{
    public BookingDetails Details => HttpContext.Booking();

    public IReadOnlyList<Choice> Others { get; private set; } = [];

    /// <summary>Why nothing was changed; null at first.</summary>
    public string? Refusal { get; private set; }

    public string When => MeetingTime.RangeWithZone(
        Details.Booking.StartsAt, Details.Booking.EndsAt, Zone, clock.GetCurrentInstant().InZone(Zone).Date);

    private DateTimeZone Zone => HttpContext.Member().Zone;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <param name="from">Who held it when the page was opened: nothing is changed when it is somebody else meanwhile.</param>
    public async Task<IActionResult> OnPostAsync(Guid host, Guid? from, CancellationToken ct)
    {
        var member = HttpContext.Member();
        var request = new ReassignBookingRequest(member.OrganizationId, Details.Booking.Id, member.AsActor()) { NewHostId = host, From = from };
        switch (await reassignBooking.RunAsync(request, ct))
        {
            case ReassignBookingOutcome.Reassigned reassigned:
                new PageNotice("success", $"{reassigned.HostName} holds the meeting now. Everybody in it gets an email.").LeaveIn(TempData);
                // a host who gave it away no longer sees it
                return new SeeOtherResult(member.IsAtLeast(Portal.Core.Organizations.MemberRole.Admin)
                    ? Url.Page("/Dashboard/Bookings/Details", new { bookingId = Details.Booking.Id })!
                    : Url.Page("/Dashboard/Index")!);
            case ReassignBookingOutcome.BookingNotFound:
                return NotFound();
            case var refused:
                Refusal = ReassignWords.Of(refused);
                await LoadAsync(ct);
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page();
        }
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var (booking, now) = (Details.Booking, clock.GetCurrentInstant());
        var found = await listOthers.RunAsync(booking.OrganizationId, booking.Id, ct) ?? [];
        Others =
        [
            .. found.Select(other => new Choice(
                other.HostId, other.Name, other.IsFree,
                other.Reasons.Count == 0 ? "Free then" : string.Join(" ", other.Reasons.Select(reason => ReasonWords.ForStaff(reason, booking.StartsAt, Zone, now)).Distinct()))),
        ];
    }

    /// <summary>Somebody who could hold it.</summary>
    public sealed record Choice(Guid HostId, string Name, bool IsFree, string Words)
    {
        public string FirstName => Name.Split(' ')[0];
    }
}
