using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using Portal.Core.Availability;
using Portal.Core.Scheduling;
using Portal.Core.Time;
using Portal.Web.Api.Document;

namespace Portal.Web.Api;

/// <summary>The open times of a meeting type, for other systems; the same that its booking page offers.</summary>
public static class AvailabilityApi
{
    private const int MostDays = 62;
    private const int MostMinutes = 24 * 60;

    private static readonly LocalDateTimePattern WallTime = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    public static void MapAvailabilityApi(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/api/meetings/availability", FindAsync)
        .WithName("findAvailability").WithTags("Availability").WithSummary("The open times of a meeting type, day by day")
        .Produces<OpenDays>().Refuses(400, 404);

    private static async Task<IResult> FindAsync(
        HttpContext http,
        FindOpenSlots findOpenSlots,
        [Description("Its word in addresses.")] string? organization,
        [FromQuery(Name = "meeting_type"), Description("Its word in addresses.")] string? meetingType,
        [FromQuery(Name = "from"), Description("The first day: 2026-11-23.")] string? firstDay,
        [FromQuery(Name = "to"), Description("The last day, at most 62 with the first.")] string? lastDay,
        [FromQuery(Name = "zone"), Description("In which the days are meant; the organisation's unless given.")] string? zoneId,
        [FromQuery(Name = "length"), Description("One of the type's lengths, in minutes; its usual one unless given.")] string? lengthMinutes,
        [Description("Of the private link, for a type that is not listed.")] string? key)
    {
        if (string.IsNullOrEmpty(organization))
            return Bad("organization", "is the organisation's word in addresses");
        if (string.IsNullOrEmpty(meetingType))
            return Bad("meeting_type", "is the meeting type's word in addresses");
        if (DateText.Read(firstDay) is not { } from)
            return Bad("from", "is a day like 2026-11-23");
        if (DateText.Read(lastDay) is not { } to)
            return Bad("to", "is a day like 2026-11-30");
        if (to < from || Period.DaysBetween(from, to) >= MostDays)
            return Bad("to", $"is at least from, and at most {MostDays} days with it");
        DateTimeZone? zone = null;
        if (zoneId is not null && !Zones.TryFind(zoneId, out zone))
            return Bad("zone", "is a time zone like Europe/Berlin");
        Duration? length = null;
        if (lengthMinutes is not null)
        {
            if (!int.TryParse(lengthMinutes, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes is 0 or > MostMinutes)
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

    private static OpenDays Describe(OpenTimes open, LocalDate from, LocalDate to, DateTimeZone zone)
    {
        var days = open.Slots.ToLookup(slot => slot.Start.InZone(zone).Date);
        return new OpenDays(open.Meeting.Slug, open.Meeting.Name, (int)open.Meeting.Length.TotalMinutes, zone.Id,
        [
            .. Enumerable.Range(0, Period.DaysBetween(from, to) + 1).Select(day => from.PlusDays(day)).Select(day => new OpenDays.Day(
                LocalDatePattern.Iso.Format(day), [.. days[day].Select(slot => Describe(slot, open, zone))])),
        ]);
    }

    // who holds it is said where it is certain, as on the booking page
    private static OpenDays.Slot Describe(OpenSlot slot, OpenTimes open, DateTimeZone zone) => new(
        InstantPattern.General.Format(slot.Start), InstantPattern.General.Format(slot.End), WallTime.Format(slot.Start.InZone(zone).LocalDateTime),
        zone.Id, slot.SeatsLeft, open.Meeting.HostNames);

    private static IResult Bad(string parameter, string what) =>
        Results.Json(new { error = $"{parameter} {what}", parameter }, statusCode: StatusCodes.Status400BadRequest);
}
