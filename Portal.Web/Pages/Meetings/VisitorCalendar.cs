using Microsoft.Extensions.Options;
using Portal.Core;
using Portal.Core.Bookings;
using Portal.Core.Calendars;
using Portal.Core.Notifications;

namespace Portal.Web.Pages.Meetings;

/// <summary>A visitor's meeting as their calendar is told of it.</summary>
public sealed class VisitorCalendar(IOptions<PortalOptions> portal, MailOptions mail)
{
    /// <param name="token">Of the link the visitor holds: it is their own calendar.</param>
    public CalendarMeeting Describe(VisitorMeeting meeting, string token) => new()
    {
        BookingId = meeting.BookingId,
        Title = $"{meeting.TypeName} with {meeting.HostName}",
        StartsAt = meeting.StartsAt,
        EndsAt = meeting.EndsAt,
        Sequence = meeting.Sequence,
        HostName = meeting.HostName,
        OrganizerEmail = mail.FromAddress.Address,
        JoinLink = meeting.IsOver ? null : new Uri($"{portal.Value.BaseUrl}/meetings/{token}/waiting"),
        Details = meeting.Notes,
    };
}
