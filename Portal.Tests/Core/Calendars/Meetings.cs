using NodaTime;
using Portal.Core.Calendars;

namespace Portal.Tests.Core.Calendars;

internal static class Meetings
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 20, 9, 0);

    public static readonly CalendarMeeting IntroCall = new()
    {
        BookingId = Guid.Parse("0195c1d0-0000-7000-8000-000000000001"),
        Title = "Intro call with Hanna Weiss",
        StartsAt = Instant.FromUtc(2026, 11, 24, 13, 0),
        EndsAt = Instant.FromUtc(2026, 11, 24, 13, 30),
        Sequence = 0,
        HostName = "Hanna Weiss",
        OrganizerEmail = "meetings@portal.test",
        JoinLink = new Uri("https://portal.test/meetings/aToken/waiting"),
        Details = "Reset password",
    };

    public static CalendarReader Reader(string zone = "Europe/Berlin") =>
        new("Vera Visitor", "vera@example.test", DateTimeZoneProviders.Tzdb[zone]);
}
