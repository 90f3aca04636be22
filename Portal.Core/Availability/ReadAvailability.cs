using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability;

/// <summary>Reads a host's hours, exceptions, one-off slots and taken time: the only place that does.</summary>
public sealed class ReadAvailability(PortalDbContext db)
{
    /// <summary>The type with its organisation, hosts and questions; null when there is none that could be booked.</summary>
    public Task<MeetingType?> FindTypeAsync(string organization, string meetingType, CancellationToken ct) =>
        Types().SingleOrDefaultAsync(
            type => type.Organization!.Slug == organization && type.Slug == meetingType && type.Visibility != MeetingTypeVisibility.Hidden, ct);

    /// <summary>Also of a hidden type: what was booked can be moved.</summary>
    internal Task<MeetingType> GetTypeAsync(Guid id, CancellationToken ct) => Types().SingleAsync(type => type.Id == id, ct);

    /// <param name="hosts">Whose time is read; a host without a schedule in the organisation is left out.</param>
    /// <param name="span">Taken time that touches it is read.</param>
    public async Task<AvailabilitySnapshot> RunAsync(MeetingType type, IReadOnlyList<Guid> hosts, Interval span, CancellationToken ct)
    {
        var schedules = await db.HostSchedules.AsNoTracking()
            .Where(schedule => schedule.OrganizationId == type.OrganizationId && hosts.Contains(schedule.HostId))
            .ToListAsync(ct);
        var taken = (await ReadTakenAsync(hosts, span, ct)).ToLookup(claim => claim.HostId);
        var exceptions = await ReadExceptionsAsync(schedules, span, ct);
        var sessions = (await ReadSessionsAsync(type, hosts, span, ct)).ToLookup(session => session.HostId);
        var limited = type.MostPerDay is not null || type.MostPerWeek is not null
            || schedules.Any(schedule => schedule.MostPerDay is not null || schedule.MostPerWeek is not null);
        var records = schedules.Select(schedule => new HostRecord(
            schedule.HostId, schedule.Zone, schedule.Hours, exceptions[schedule.HostId],
            new MeetingLimit(schedule.MostPerDay, schedule.MostPerWeek),
            [.. taken[schedule.HostId]], [.. sessions[schedule.HostId]]));
        return new AvailabilitySnapshot(type, span, [.. records], limited ? await CountAsync(type, hosts, span, ct) : []);
    }

    private IQueryable<MeetingType> Types() => db.MeetingTypes.AsNoTracking()
        .Include(type => type.Organization)
        .Include(type => type.Hosts.OrderBy(host => host.Position)).ThenInclude(host => host.Host)
        .Include(type => type.Questions.OrderBy(question => question.Position))
        .AsSplitQuery();

    private async Task<IEnumerable<TakenTime>> ReadTakenAsync(IReadOnlyList<Guid> hosts, Interval span, CancellationToken ct)
    {
        var earliest = span.Start - TimeClaim.Longest;
        var rows = await (
            from claim in db.TimeClaims.AsNoTracking()
            where hosts.Contains(claim.HostId) && claim.StartsAt >= earliest && claim.EndsAt > span.Start && claim.StartsAt < span.End
            from seat in claim.Seats
            orderby claim.HostId, claim.StartsAt, seat.Number
            select new { Claim = claim, seat.Number, seat.BookingId, seat.HolderKey, seat.HeldUntil }).ToListAsync(ct);
        return rows.GroupBy(row => row.Claim.Id).Select(seats =>
        {
            var claim = seats.First().Claim;
            return new TakenTime(
                claim.Id, claim.HostId, claim.MeetingTypeId, claim.StartsAt, claim.EndsAt, claim.MeetingStartsAt, claim.MeetingEndsAt, claim.Capacity,
                [.. seats.Select(seat => new TakenSeat(seat.Number, seat.BookingId, seat.HolderKey is { } key ? new Holder(key) : null, seat.HeldUntil))]);
        });
    }

    private async Task<Dictionary<Guid, DayExceptions>> ReadExceptionsAsync(List<HostSchedule> schedules, Interval span, CancellationToken ct)
    {
        // a day more on both sides covers every zone's idea of the first and the last
        var (first, last) = (span.Start.InUtc().Date.PlusDays(-1), span.End.InUtc().Date.PlusDays(1));
        var organizations = schedules.Select(schedule => schedule.OrganizationId).Distinct().ToList();
        var hosts = schedules.Select(schedule => schedule.HostId).ToList();
        var overrides = await db.DateOverrides.AsNoTracking()
            .Where(day => organizations.Contains(day.OrganizationId) && hosts.Contains(day.HostId) && day.Date >= first && day.Date <= last)
            .ToListAsync(ct);
        var off = await db.TimesOff.AsNoTracking()
            .Where(days => organizations.Contains(days.OrganizationId) && hosts.Contains(days.HostId) && days.LastDay >= first && days.FirstDay <= last)
            .ToListAsync(ct);
        return schedules.ToDictionary(schedule => schedule.HostId, schedule => HostExceptions.Of(
            schedule, overrides.Where(day => day.HostId == schedule.HostId), off.Where(days => days.HostId == schedule.HostId), first, last));
    }

    // what was booked is not offered again, whether or not its time is still taken
    private async Task<List<SessionSlot>> ReadSessionsAsync(MeetingType type, IReadOnlyList<Guid> hosts, Interval span, CancellationToken ct) =>
        await db.SessionSlots.AsNoTracking()
            .Where(slot => slot.OrganizationId == type.OrganizationId && slot.MeetingTypeId == type.Id && hosts.Contains(slot.HostId))
            .Where(slot => slot.StartsAt >= span.Start && slot.StartsAt < span.End)
            .ToListAsync(ct);

    private async Task<List<CountedMeeting>> CountAsync(MeetingType type, IReadOnlyList<Guid> hosts, Interval span, CancellationToken ct)
    {
        var week = Duration.FromDays(8);
        var (from, until) = (span.Start - week, span.End + week);
        var rows = await db.Bookings.AsNoTracking()
            .Where(booking => booking.OrganizationId == type.OrganizationId && booking.StartsAt >= from && booking.StartsAt < until)
            .Where(booking => booking.MeetingTypeId == type.Id || hosts.Contains(booking.HostId))
            .Where(booking => booking.Status != BookingStatus.Cancelled && booking.Status != BookingStatus.Rejected && booking.Status != BookingStatus.Expired)
            .Select(booking => new { booking.Id, booking.GroupId, booking.HostId, booking.MeetingTypeId, booking.StartsAt })
            .ToListAsync(ct);
        return
        [
            .. rows.DistinctBy(row => row.GroupId ?? row.Id)
                .Select(row => new CountedMeeting(row.Id, row.HostId, row.MeetingTypeId, row.StartsAt)),
        ];
    }
}
