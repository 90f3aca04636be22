using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Portal.Core.Availability;
using Portal.Core.Scheduling;
using Portal.Core.Time;

namespace Portal.Web.Api;

/// <summary>The open times of a meeting type, for other systems; the same that its booking page offers.</summary>
public static class AvailabilityApi
{
    private const int MostDays = 62;
    private const int MostMinutes = 24 * 60;

    private static readonly LocalDateTimePattern WallTime = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    public static void MapAvailabilityApi(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/meetings/availability", FindAsync);

    private static async Task<IResult> FindAsync(HttpContext http, FindOpenSlots findOpenSlots)
    {
        var query = http.Request.Query;
        string? organization = query["organization"], meetingType = query["meeting_type"], key = query["key"];
        if (string.IsNullOrEmpty(organization))
            return Bad("organization", "is the organisation's word in addresses");
        if (string.IsNullOrEmpty(meetingType))
            return Bad("meeting_type", "is the meeting type's word in addresses");
        if (DateText.Read(query["from"]) is not { } from)
            return Bad("from", "is a day like 2026-11-23");
        if (DateText.Read(query["to"]) is not { } to)
            return Bad("to", "is a day like 2026-11-30");
        if (to < from || Period.DaysBetween(from, to) >= MostDays)
            return Bad("to", $"is at least from, and at most {MostDays} days with it");
        DateTimeZone? zone = null;
        if (query.ContainsKey("zone") && !Zones.TryFind(query["zone"], out zone))
            return Bad("zone", "is a time zone like Europe/Berlin");
        Duration? length = null;
        if (query.ContainsKey("length"))
        {
            if (!int.TryParse(query["length"], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes is 0 or > MostMinutes)
                return Bad("length", "is a number of minutes");
            length = Duration.FromMinutes(minutes);
        }

        var open = await findOpenSlots.RunAsync(new FindOpenSlotsRequest(organization, meetingType, length, key), http.RequestAborted);
        if (open is null)
            return StaffCalls.Error(StatusCodes.Status404NotFound, "There is no such meeting type");
        return length is { } asked && !open.Meeting.Lengths.Contains(asked)
            ? Bad("length", $"is one of {string.Join(", ", open.Meeting.Lengths.Select(each => each.TotalMinutes))}")
            : StaffCalls.Answer(Describe(open, from, to, zone ?? open.Meeting.OrganizationZone));
    }

    private static object Describe(OpenTimes open, LocalDate from, LocalDate to, DateTimeZone zone)
    {
        var days = open.Slots.ToLookup(slot => slot.Start.InZone(zone).Date);
        return new
        {
            MeetingType = open.Meeting.Slug,
            open.Meeting.Name,
            LengthMinutes = (int)open.Meeting.Length.TotalMinutes,
            Zone = zone.Id,
            Days = Enumerable.Range(0, Period.DaysBetween(from, to) + 1).Select(day => from.PlusDays(day)).Select(day => new
            {
                Date = LocalDatePattern.Iso.Format(day),
                Slots = days[day].Select(slot => Describe(slot, open, zone)),
            }),
        };
    }

    // who holds it is said where it is certain, as on the booking page
    private static object Describe(OpenSlot slot, OpenTimes open, DateTimeZone zone) => new
    {
        Start = InstantPattern.General.Format(slot.Start),
        End = InstantPattern.General.Format(slot.End),
        WallTime = WallTime.Format(slot.Start.InZone(zone).LocalDateTime),
        Zone = zone.Id,
        slot.SeatsLeft,
        Hosts = open.Meeting.HostNames,
    };

    private static IResult Bad(string parameter, string what) =>
        Results.Json(new { error = $"{parameter} {what}", parameter }, statusCode: StatusCodes.Status400BadRequest);
}
