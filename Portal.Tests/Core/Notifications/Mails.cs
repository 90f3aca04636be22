using System.Net.Mail;
using NodaTime;
using Portal.Core.Calendars;
using Portal.Core.Notifications;
using Portal.Tests.Core.Calendars;

namespace Portal.Tests.Core.Notifications;

internal static class Mails
{
    public static readonly Guid Id = Guid.Parse("0195c1d0-0000-7000-8000-00000000000a");

    public static readonly string Invitation = MeetingCalendar.Invitation(
        Meetings.IntroCall with { Title = "Größe & Übung 😀" }, Meetings.Reader(), Instant.FromUtc(2026, 11, 20, 9, 0));

    public static OutgoingMail To(string address, string name = "Véra “V” Visitor, Dr.") => new(
        Id,
        new MailAddress("meetings@portal.test", "Zoë at Acme"),
        name,
        address,
        "Booked: Größe & Übung with Hanna Weiß, Tue 24 November, 14:00",
        "Hello Véra,\nyour meeting is set.\n.\n",
        "<!DOCTYPE html>\n<html><head><title>x</title></head><body>Héllo</body></html>\n",
        new CalendarPart(CalendarMethods.Request, Invitation));
}
