using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Portal.Core.Profiles;
using Portal.Core.Time;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Book;

/// <summary>The public profile of a person: what can be booked with them, and their single sessions (D3).</summary>
[StaysInWindowGroup]
public sealed class HostModel(FindProfile findProfile, ListProfileTimes listTimes) : PageModel
{
    public PublicProfile Profile { get; private set; } = null!;

    public IReadOnlyList<IGrouping<LocalDate, ProfileTime>> Sessions { get; private set; } = [];

    public DateTimeZone Zone { get; private set; } = DateTimeZone.Utc;

    public async Task<IActionResult> OnGetAsync(string org, string host, CancellationToken ct)
    {
        if (Guid.TryParse(host, out _) || await findProfile.RunAsync(new FindProfileRequest(org, host), ct) is not { } profile)
            return NotFound();
        Profile = profile;
        Zone = VisitorZone.Of(Request, null, profile.Zone).Zone;
        Sessions = [.. (await listTimes.RunAsync(profile, null, ct)).GroupBy(time => time.Start.InZone(Zone).Date)];
        return Page();
    }

    public string Write(Instant moment) => MeetingTime.Clock(moment.InZone(Zone).TimeOfDay, clock: VisitorClock.Of(Request));
}
