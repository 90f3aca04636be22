using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Organizations;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;

namespace Portal.Core.Bookings;

/// <summary>What hosts have before them over some days, for staff: the same few queries however much there is.</summary>
public sealed class FindCalendar(PortalDbContext db, IClock clock)
{
    /// <summary>More than anybody reads at once: a month of twenty busy hosts.</summary>
    public const int MostBookings = 2000;

    private static readonly BookingStatus[] CalledOff = [BookingStatus.Cancelled, BookingStatus.Rejected, BookingStatus.Expired];

    public async Task<FindCalendarOutcome> RunAsync(FindCalendarRequest request, CancellationToken ct)
    {
        var by = request.By;
        var seesAll = by.IsAtLeast(MemberRole.Admin);
        var asked = (request.Owner as CalendarOwner.Host)?.Id;
        if (!seesAll && (request.Owner is CalendarOwner.Everybody || (asked is not null && asked != by.UserId)))
            return new FindCalendarOutcome.NotYours();

        var schedules = await ReadSchedulesAsync(by.OrganizationId, seesAll ? null : by.UserId, ct);
        var shown = request.Owner switch
        {
            CalendarOwner.Host => asked,
            CalendarOwner.Own when !seesAll || schedules.Exists(row => row.Schedule.HostId == by.UserId) => by.UserId,
            _ => null,
        };
        if (shown is { } one && one != by.UserId && !schedules.Exists(row => row.Schedule.HostId == one))
            return new FindCalendarOutcome.HostNotFound();

        var span = new Interval(
            by.Zone.AtStartOfDay(request.First).ToInstant(), by.Zone.AtStartOfDay(request.Last.PlusDays(1)).ToInstant());
        var now = clock.GetCurrentInstant();
        List<(HostSchedule Schedule, string Name)> looked = [.. schedules.Where(row => shown is null || row.Schedule.HostId == shown)];
        var bookings = await ReadBookingsAsync(by.OrganizationId, shown, span, ct);
        return new FindCalendarOutcome.Found(new StaffCalendar(
            now,
            shown,
            seesAll ? [.. schedules.Select(row => new CalendarChoice(row.Schedule.HostId, row.Name))] : [],
            await ReadHoursAsync(by.OrganizationId, looked, span, ct),
            [.. bookings.Take(MostBookings)],
            await ReadBusyAsync(by.OrganizationId, [.. looked.Select(row => row.Schedule.HostId)], span, now, ct),
            bookings.Count > MostBookings));
    }

    private async Task<List<(HostSchedule Schedule, string Name)>> ReadSchedulesAsync(Guid organizationId, Guid? hostId, CancellationToken ct)
    {
        var rows = await (
            from schedule in db.HostSchedules.AsNoTracking()
            where schedule.OrganizationId == organizationId && (hostId == null || schedule.HostId == hostId)
            join member in db.Members on new { schedule.OrganizationId, UserId = schedule.HostId } equals new { member.OrganizationId, member.UserId }
            orderby member.User!.DisplayName, schedule.HostId
            select new { Schedule = schedule, member.User!.DisplayName }).ToListAsync(ct);
        return [.. rows.Select(row => (row.Schedule, row.DisplayName))];
    }

    private async Task<List<CalendarHost>> ReadHoursAsync(
        Guid organizationId, List<(HostSchedule Schedule, string Name)> hosts, Interval span, CancellationToken ct)
    {
        var ids = hosts.Select(host => host.Schedule.HostId).ToList();
        // a day more on both sides covers every zone's idea of the first and the last
        var (first, last) = (span.Start.InUtc().Date.PlusDays(-1), span.End.InUtc().Date.PlusDays(1));
        var overrides = (await db.DateOverrides.AsNoTracking()
            .Where(day => day.OrganizationId == organizationId && ids.Contains(day.HostId) && day.Date >= first && day.Date <= last)
            .ToListAsync(ct)).ToLookup(day => day.HostId);
        var off = (await db.TimesOff.AsNoTracking()
            .Where(days => days.OrganizationId == organizationId && ids.Contains(days.HostId) && days.LastDay >= first && days.FirstDay <= last)
            .ToListAsync(ct)).ToLookup(days => days.HostId);
        return
        [
            .. from host in hosts
               let schedule = host.Schedule
               let exceptions = HostExceptions.Of(schedule, overrides[schedule.HostId], off[schedule.HostId], first, last)
               select new CalendarHost(
                   schedule.HostId, host.Name, schedule.Zone, WorkingHours.Of(schedule.Zone, schedule.Hours, exceptions, span), exceptions),
        ];
    }

    private async Task<List<CalendarBooking>> ReadBookingsAsync(Guid organizationId, Guid? hostId, Interval span, CancellationToken ct)
    {
        var rows = await (hostId is { } host ? db.BookingsOfHost(organizationId, host, span) : db.BookingsOf(organizationId, span))
            .Where(booking => !CalledOff.Contains(booking.Status))
            .OrderBy(booking => booking.StartsAt).ThenBy(booking => booking.Id)
            .Take(MostBookings + 1)
            .Select(booking => new
            {
                Booking = booking,
                HostName = booking.Host!.DisplayName,
                MeetingName = booking.MeetingType!.Name,
                booking.MeetingType.Capacity,
                Hosts = booking.Participants.Where(person => person.Role == ParticipantRole.Host && person.UserId != null).Select(person => person.UserId!.Value).ToList(),
            })
            .AsNoTracking()
            .ToListAsync(ct);
        return
        [
            .. rows.Select(row => new CalendarBooking(
                row.Booking.Id, [.. row.Hosts.Prepend(row.Booking.HostId).Distinct()], row.HostName, row.Booking.VisitorName, row.MeetingName,
                row.Capacity, row.Booking.GroupId, row.Booking.StartsAt, row.Booking.EndsAt, row.Booking.Status)),
        ];
    }

    // of another organisation's claim nothing but its time is read
    private async Task<List<CalendarBusy>> ReadBusyAsync(Guid organizationId, List<Guid> hosts, Interval span, Instant now, CancellationToken ct)
    {
        var earliest = span.Start - TimeClaim.Longest;
        return await (
            from claim in db.TimeClaims
            where hosts.Contains(claim.HostId) && claim.StartsAt >= earliest && claim.EndsAt > span.Start && claim.StartsAt < span.End
            let isOurs = claim.OrganizationId == organizationId
            where isOurs
                ? claim.Seats.All(seat => seat.BookingId == null) && claim.Seats.Any(seat => seat.HeldUntil > now)
                : claim.Seats.Any(seat => seat.BookingId != null || seat.HeldUntil > now)
            orderby claim.StartsAt, claim.HostId
            select new CalendarBusy(
                claim.HostId, isOurs ? claim.MeetingStartsAt : claim.StartsAt, isOurs ? claim.MeetingEndsAt : claim.EndsAt, isOurs)).ToListAsync(ct);
    }
}
