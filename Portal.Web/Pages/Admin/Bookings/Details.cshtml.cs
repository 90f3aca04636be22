using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Time;
using Portal.Web.Htmx;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Admin.Bookings;

public sealed class DetailsModel(IClock clock) : PageModel
{
    public BookingDetails Details => HttpContext.Booking();

    public Booking Booking => Details.Booking;

    public Instant Now => clock.GetCurrentInstant();

    /// <summary>Who is in the call at this moment (B13).</summary>
    public IReadOnlyList<Participant> Live => [.. Details.Participants.Where(person => person.IsInCall)];

    /// <summary>Null once nobody can come or go any more.</summary>
    public string? PeopleUrl => JoinWindow.IsOver(Booking, Now) ? null : Url.Page("/Admin/Bookings/Details", "People", new { bookingId = Booking.Id });

    public string PeopleVersion => FragmentVersion.Of(
        Booking.Status, PeopleUrl is null, string.Join('\n', Details.Participants.Select(person => $"{person.Name} {person.Role} {person.IsInCall} {string.Join('|', StoryOf(person))}")));

    public void OnGet()
    {
    }

    public IActionResult OnGetPeople() => this.FragmentOrNotModified("_People", this, PeopleVersion);

    public DateTimeZone Zone => HttpContext.Member().Zone;

    public StaffBooking View => StaffBooking.Of(
        Details, HttpContext.Member(), clock.GetCurrentInstant(), Url.Page("/Admin/Bookings/Details", new { bookingId = Booking.Id })!);

    public string Moment(Instant at)
    {
        var local = at.InZone(Zone);
        return $"{MeetingTime.Day(local.Date, Today)}, {MeetingTime.Clock(local.TimeOfDay)}";
    }

    /// <summary>What became of a person at the door and in the call, oldest first.</summary>
    public IEnumerable<string> StoryOf(Participant person)
    {
        string NameOf(Guid? user) => Details.Participants.FirstOrDefault(one => one.UserId == user)?.Name ?? "a colleague";
        if (person.WaitingSince is { } waiting && person.Role == ParticipantRole.Visitor)
            yield return $"Came to the door {OnTheDay(waiting)}";
        if (person.RejectedAt is { } rejected)
            yield return $"Declined {OnTheDay(rejected)} by {NameOf(person.RejectedBy)}{(person.RejectionReason is { } reason ? $": “{reason}”" : "")}";
        if (person.ApprovedAt is { } approved && person.Role == ParticipantRole.Visitor)
            yield return person.ApprovedBy is null ? $"Went straight in {OnTheDay(approved)}" : $"Let in {OnTheDay(approved)} by {NameOf(person.ApprovedBy)}";
        if (person.JoinedAt is { } joined)
            yield return $"Joined the call {OnTheDay(joined)}{(person.LeftAt is { } left ? $", left {OnTheDay(left)}" : "")}";
    }

    // the day only where it is not that of the meeting
    private string OnTheDay(Instant at)
    {
        var local = at.InZone(Zone);
        return local.Date == Booking.StartsAt.InZone(Zone).Date ? $"at {MeetingTime.Clock(local.TimeOfDay)}" : Moment(at);
    }

    private LocalDate Today => clock.GetCurrentInstant().InZone(Zone).Date;
}
