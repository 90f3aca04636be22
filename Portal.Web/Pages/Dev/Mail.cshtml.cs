using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Portal.Core.Notifications;
using Portal.Core.Time;

namespace Portal.Web.Pages.Dev;

/// <summary>The mails the pickup transport wrote.</summary>
public sealed class MailModel(PickupFolder folder, MailOptions options) : PageModel
{
    public MailTransportKind Transport => options.Transport;

    public IReadOnlyList<PickedUpMail> Mails { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (Transport == MailTransportKind.Pickup)
            Mails = await folder.ListAsync(ct);
    }

    public static string Moment(Instant instant)
    {
        var utc = instant.InUtc();
        return $"{MeetingTime.Day(utc.Date)}, {MeetingTime.Clock(utc.TimeOfDay)} UTC";
    }
}
