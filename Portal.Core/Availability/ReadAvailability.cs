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
    // in one query: few types have both several hosts and several questions, and those have few
    private static readonly CompiledQuery<Func<PortalDbContext, string, string, CancellationToken, Task<MeetingType?>>> OpenType = new(() =>
        EF.CompileAsyncQuery((PortalDbContext db, string organization, string meetingType, CancellationToken ct) => db.MeetingTypes.AsNoTracking()
            .Include(type => type.Organization)
            .Include(type => type.Hosts.OrderBy(host => host.Position))
            .Include(type => type.Questions.OrderBy(question => question.Position))
            .SingleOrDefault(type => type.Organization!.Slug == organization && type.Slug == meetingType && type.Visibility != MeetingTypeVisibility.Hidden)));

    // on most days a host has nothing but the usual hours: what there is none of is not asked for
    private static readonly CompiledQuery<Func<PortalDbContext, Guid, Guid[], LocalDate, LocalDate, Instant, Instant, IAsyncEnumerable<FoundSchedule>>> Schedules = new(() =>
        EF.CompileAsyncQuery((PortalDbContext db, Guid organization, Guid[] hosts, LocalDate first, LocalDate last, Instant start, Instant end) =>
            db.HostSchedules.AsNoTracking()
                .Where(schedule => schedule.OrganizationId == organization && hosts.Contains(schedule.HostId))
                .Join(db.Users, schedule => schedule.HostId, host => host.Id, (schedule, host) => new { schedule, host })
                .Select(row => new FoundSchedule(
                    row.schedule,
                    row.host.DisplayName,
                    row.host.Email!,
                    db.DateOverrides.Any(day => day.OrganizationId == organization && day.HostId == row.schedule.HostId && day.Date >= first && day.Date <= last),
                    db.TimesOff.Any(days => days.OrganizationId == organization && days.HostId == row.schedule.HostId && days.LastDay >= first && days.FirstDay <= last),
                    db.SessionSlots.Any(slot => slot.OrganizationId == organization && slot.HostId == row.schedule.HostId
                        && slot.StartsAt >= start && slot.StartsAt < end)))));

    private static readonly CompiledQuery<Func<PortalDbContext, Guid[], Instant, Instant, Instant, IAsyncEnumerable<TakenRow>>> Taken = new(() =>
        EF.CompileAsyncQuery((PortalDbContext db, Guid[] hosts, Instant earliest, Instant start, Instant end) =>
            from claim in db.TimeClaims.AsNoTracking()
            where hosts.Contains(claim.HostId) && claim.StartsAt >= earliest && claim.EndsAt > start && claim.StartsAt < end
            from seat in claim.Seats
            orderby claim.HostId, claim.StartsAt, seat.Number
            select new TakenRow(claim, seat.Number, seat.BookingId, seat.HolderKey, seat.HeldUntil)));

    /// <summary>The type with its organisation, the ids of its hosts, and its questions; null when there is none that could be booked.</summary>
    public Task<MeetingType?> FindTypeAsync(string organization, string meetingType, CancellationToken ct) =>
        OpenType.On(db)(db, organization, meetingType, ct);

    /// <summary>With its hosts' accounts. Also of a hidden type: what was booked can be moved.</summary>
    internal Task<MeetingType> GetTypeAsync(Guid id, CancellationToken ct) => db.MeetingTypes.AsNoTracking()
        .Include(type => type.Organization)
        .Include(type => type.Questions.OrderBy(question => question.Position))
        .Include(type => type.Hosts.OrderBy(host => host.Position)).ThenInclude(host => host.Host)
        // apart: SQLite joins the accounts of every type's hosts before it looks for these
        .AsSplitQuery()
        .SingleAsync(type => type.Id == id, ct);

    /// <param name="hosts">Whose time is read; a host without a schedule in the organisation is left out.</param>
    /// <param name="span">Taken time that touches it is read.</param>
    /// <param name="unsaved">Read in the place of what is saved.</param>
    public async Task<AvailabilitySnapshot> RunAsync(
        MeetingType type, IReadOnlyList<Guid> hosts, Interval span, CancellationToken ct, UnsavedWeek? unsaved = null)
    {
        // a day more on both sides covers every zone's idea of the first and the last
        var (first, last) = (span.Start.InUtc().Date.PlusDays(-1), span.End.InUtc().Date.PlusDays(1));
        var found = await Schedules.On(db)(db, type.OrganizationId, [.. hosts], first, last, span.Start, span.End).ToListAsync(ct);
        if (unsaved is not null)
            found.ForEach(row => unsaved.ApplyTo(row.Schedule));
        var taken = (await ReadTakenAsync(hosts, span, ct)).ToLookup(claim => claim.HostId);
        var overrides = found.Exists(row => row.HasOverrides) ? await ReadOverridesAsync(type, hosts, first, last, ct) : [];
        var off = found.Exists(row => row.HasTimeOff) ? await ReadTimesOffAsync(type, hosts, first, last, ct) : [];
        var sessions = found.Exists(row => row.HasSessions) ? await ReadSessionsAsync(type, hosts, span, ct) : [];
        var limited = type.MostPerDay is not null || type.MostPerWeek is not null
            || found.Exists(row => row.Schedule.MostPerDay is not null || row.Schedule.MostPerWeek is not null);
        var records = found.Select(row => new HostRecord(
            row.Schedule.HostId, row.Name, row.Email, row.Schedule.Zone, row.Schedule.Hours,
            HostExceptions.Of(
                row.Schedule, overrides.Where(day => day.HostId == row.Schedule.HostId), off.Where(days => days.HostId == row.Schedule.HostId), first, last),
            new MeetingLimit(row.Schedule.MostPerDay, row.Schedule.MostPerWeek),
            [.. taken[row.Schedule.HostId]], [.. sessions.Where(session => session.HostId == row.Schedule.HostId)]));
        return new AvailabilitySnapshot(type, span, [.. records], limited ? await CountAsync(type, hosts, span, ct) : []);
    }

    private async Task<IEnumerable<TakenTime>> ReadTakenAsync(IReadOnlyList<Guid> hosts, Interval span, CancellationToken ct)
    {
        var rows = await Taken.On(db)(db, [.. hosts], span.Start - TimeClaim.Longest, span.Start, span.End).ToListAsync(ct);
        return rows.GroupBy(row => row.Claim.Id).Select(seats =>
        {
            var claim = seats.First().Claim;
            return new TakenTime(
                claim.Id, claim.HostId, claim.MeetingTypeId, claim.StartsAt, claim.EndsAt, claim.MeetingStartsAt, claim.MeetingEndsAt, claim.Capacity,
                [.. seats.Select(seat => new TakenSeat(seat.Number, seat.BookingId, seat.HolderKey is { } key ? new Holder(key) : null, seat.HeldUntil))]);
        });
    }

    private Task<List<DateOverride>> ReadOverridesAsync(
        MeetingType type, IReadOnlyList<Guid> hosts, LocalDate first, LocalDate last, CancellationToken ct) =>
        db.DateOverrides.AsNoTracking()
            .Where(day => day.OrganizationId == type.OrganizationId && hosts.Contains(day.HostId) && day.Date >= first && day.Date <= last)
            .ToListAsync(ct);

    private Task<List<TimeOff>> ReadTimesOffAsync(
        MeetingType type, IReadOnlyList<Guid> hosts, LocalDate first, LocalDate last, CancellationToken ct) =>
        db.TimesOff.AsNoTracking()
            .Where(days => days.OrganizationId == type.OrganizationId && hosts.Contains(days.HostId) && days.LastDay >= first && days.FirstDay <= last)
            .ToListAsync(ct);

    // what was booked is not offered again, whether or not its time is still taken
    private Task<List<SessionSlot>> ReadSessionsAsync(MeetingType type, IReadOnlyList<Guid> hosts, Interval span, CancellationToken ct) =>
        db.SessionSlots.AsNoTracking()
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

    private sealed record FoundSchedule(HostSchedule Schedule, string Name, string Email, bool HasOverrides, bool HasTimeOff, bool HasSessions);

    private sealed record TakenRow(TimeClaim Claim, int Number, Guid? BookingId, byte[]? HolderKey, Instant? HeldUntil);
}
