using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Availability.Editing;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Core.Payments;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability.Sessions;

/// <summary>A professional offers a single time at a price (D1).</summary>
public sealed class OfferSession(PortalDbContext db, HostTime hostTime, IClock clock)
{
    public Task<OfferSessionOutcome> RunAsync(OfferSessionRequest request, CancellationToken ct) => db.RepeatAsync(() => OfferAsync(request, ct), ct);

    private async Task<OfferSessionOutcome> OfferAsync(OfferSessionRequest request, CancellationToken ct)
    {
        await using var held = await hostTime.LockAsync([request.Host.HostId], ct);
        var member = await db.Members
            .Include(member => member.Organization)
            .Include(member => member.User)
            .SingleAsync(member => member.OrganizationId == request.Host.OrganizationId && member.UserId == request.Host.HostId, ct);
        var organization = member.Organization!;
        var schedule = await db.HostSchedules.AsNoTracking().OfHost(request.Host).SingleOrDefaultAsync(ct);
        var zone = schedule?.Zone ?? organization.Zone;
        var now = clock.GetCurrentInstant();

        var endsOn = request.End == LocalTime.Midnight ? request.Date.PlusDays(1) : request.Date;
        if (MissingIn(zone, request.Date + request.Start, endsOn + request.End) is { } missing)
            return new OfferSessionOutcome.TimeDoesNotExist(missing);
        // of a time that comes twice the first is meant
        var start = zone.MapLocal(request.Date + request.Start).First().ToInstant();
        var end = zone.MapLocal(endsOn + request.End).First().ToInstant();
        if (end <= start)
            return new OfferSessionOutcome.EndsBeforeItBegins();
        if (start <= now)
            return new OfferSessionOutcome.TimeIsPast();
        if (request.PriceInMinorUnits < organization.LowestPrice || request.PriceInMinorUnits > organization.HighestPrice)
            return new OfferSessionOutcome.PriceOutsideLimits(
                new Money(organization.LowestPrice, organization.Currency), new Money(organization.HighestPrice, organization.Currency));
        if (await FindInTheWayAsync(request.Host.HostId, start, end, ct) is { } inTheWay)
            return inTheWay;

        if (await FindTypeAsync(request, member, end - start, ct) is not { } type)
            return new OfferSessionOutcome.MeetingTypeNotFound();
        if (now.InZone(zone).Date.PlusDays(type.HorizonDays) is var last && request.Date > last)
            return new OfferSessionOutcome.TooFarAhead(last);
        // whoever has no hours can still offer a single time
        if (schedule is null)
            db.HostSchedules.Add(new HostSchedule
            {
                OrganizationId = organization.Id,
                HostId = request.Host.HostId,
                Zone = zone,
                Hours = WeeklyHours.None,
            });

        var slot = new SessionSlot
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = organization.Id,
            HostId = request.Host.HostId,
            MeetingTypeId = type.Id,
            StartsAt = start,
            EndsAt = end,
            Zone = zone,
            PriceInMinorUnits = request.PriceInMinorUnits,
            Currency = organization.Currency,
            CreatedAt = now,
        };
        db.SessionSlots.Add(slot);
        db.AuditEntries.Add(AuditEntry.OfHost(request.Host, "session.offered", request.By, now, $"{slot.Id} {start:uuuu-MM-dd'T'HH:mm'Z'}"));
        await db.SaveChangesAsync(ct);
        await held.CommitAsync();
        return new OfferSessionOutcome.Offered(new OfferedSession(slot.Id, type.Name, start, end, zone, slot.Price));
    }

    private static LocalDateTime? MissingIn(DateTimeZone zone, params LocalDateTime[] times) =>
        times.Where(time => zone.MapLocal(time).Count == 0).Select(time => (LocalDateTime?)time).FirstOrDefault();

    // one's time is the same in every organisation
    private async Task<OfferSessionOutcome?> FindInTheWayAsync(Guid hostId, Instant start, Instant end, CancellationToken ct)
    {
        var session = await db.SessionSlots
            .Where(slot => slot.HostId == hostId && slot.StartsAt < end && slot.EndsAt > start)
            .OrderBy(slot => slot.StartsAt).FirstOrDefaultAsync(ct);
        if (session is not null)
            return new OfferSessionOutcome.OverlapsSession(session.StartsAt, session.EndsAt);
        var claim = await db.TimeClaims
            .Where(claim => claim.HostId == hostId && claim.StartsAt < end && claim.EndsAt > start && claim.Seats.Any(seat => seat.BookingId != null))
            .OrderBy(claim => claim.StartsAt).FirstOrDefaultAsync(ct);
        return claim is null ? null : new OfferSessionOutcome.OverlapsMeeting(claim.StartsAt, claim.EndsAt);
    }

    /// <returns>Null when the type asked for is not one a session of this host can be held under.</returns>
    private async Task<MeetingType?> FindTypeAsync(OfferSessionRequest request, Member member, Duration length, CancellationToken ct)
    {
        var types = await db.ListSessionTypesAsync(request.Host, ct);
        if (request.MeetingTypeId is { } asked)
            return types.FirstOrDefault(type => type.Id == asked);
        if (types.FirstOrDefault(type => type.SessionsOnly) is { } own)
            return own;
        var slugs = await db.MeetingTypes.Where(type => type.OrganizationId == member.OrganizationId).Select(type => type.Slug).ToListAsync(ct);
        var created = SessionMeetingType.Of(member, length, slugs.Contains);
        db.MeetingTypes.Add(created);
        return created;
    }
}
