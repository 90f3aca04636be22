using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Availability;
using Portal.Core.MeetingTypes;
using Portal.Core.Notifications;
using Portal.Core.Organizations;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings.Invitations;

/// <summary>
/// A member starts a meeting this minute and invites somebody by email (B18). Hours, notice and buffers do not stand in the way
/// of somebody who is there; a meeting that takes the host's time does, unless it is over already.
/// </summary>
public sealed class InviteNow(PortalDbContext db, ReadAvailability read, TakeTime takeTime, HostTime hostTime, FindBusyHost findBusyHost, IClock clock)
{
    /// <exception cref="DatabaseBusyException">The database could not do it now.</exception>
    public Task<InviteNowOutcome> RunAsync(InviteNowRequest request, CancellationToken ct) => db.RepeatAsync(() => InviteAsync(request, ct), ct);

    private async Task<InviteNowOutcome> InviteAsync(InviteNowRequest request, CancellationToken ct)
    {
        if (await FindHostAsync(request, ct) is not { } host)
            return new InviteNowOutcome.HostNotFound();
        if (await FindTypeAsync(request, host.Id, ct) is not { } type)
            return new InviteNowOutcome.MeetingTypeNotFound();
        var start = StartOf(clock.GetCurrentInstant());
        var length = request.Length ?? type.Length;
        try
        {
            if (await TryAsync(request, host, type, start, length, ct) is { } invited)
                return invited;
        }
        catch (DbUpdateException exception) when (db.IsHostTimeOverlap(exception))
        {
            // taken by a way that does not lock; the database refused us
            db.ChangeTracker.Clear();
        }

        return await findBusyHost.RunAsync(request.By, host, new Interval(start, start + length), ct);
    }

    /// <returns>Null when something takes the host's time.</returns>
    private async Task<InviteNowOutcome?> TryAsync(
        InviteNowRequest request, PortalUser host, MeetingType type, Instant start, Duration length, CancellationToken ct)
    {
        await using var held = await takeTime.LockAsync([host.Id], ct);
        var now = clock.GetCurrentInstant();
        await ReleaseFinishedAsync(host.Id, start, start + length, ct);
        var asked = await takeTime.LookAsync(type, [host.Id], start, length, OwnTime.None, now, ct);
        if (await db.ClaimsOf(host.Id, start, start + length).AnyAsync(claim => claim.Seats.Any(seat => seat.HeldUntil == null || seat.HeldUntil > now), ct))
            return null;

        var zone = await db.HostSchedules
            .Where(schedule => schedule.HostId == host.Id && schedule.OrganizationId == request.By.OrganizationId)
            .Select(schedule => schedule.Zone).SingleOrDefaultAsync(ct) ?? type.Organization!.Zone;
        var (booking, link) = Create(request, host, type, zone, start, length, now);
        await takeTime.TakeAsync(asked, [host.Id], start, start + length, SeatOwner.Booking(booking.Id, OwnTime.None), ct);
        db.Bookings.Add(booking);
        db.AccessLinks.Add(link.Row);
        db.AuditEntries.Add(AuditEntry.Of(booking, "booking.invited", request.By.AsActor(), now, request.Email));
        var message = new InstantInvitation(start, booking.EndsAt, booking.Sequence, request.By.Name, request.Message);
        db.Outbox.AddRange(booking.Participants.Where(reader => reader.UserId != request.By.UserId).Select(reader => OutboxMessage.For(reader, message, now)));
        await db.SaveChangesAsync(ct);
        await held.CommitAsync();
        return new InviteNowOutcome.Invited(booking.Id, link.Token);
    }

    // what ended early still takes its time; nobody else needs it, so its host may use it
    private async Task ReleaseFinishedAsync(Guid hostId, Instant start, Instant end, CancellationToken ct)
    {
        var finished = await (
            from claim in db.ClaimsOf(hostId, start, end)
            from seat in claim.Seats
            join booking in db.Bookings on seat.BookingId equals booking.Id
            where booking.Status == BookingStatus.Completed || booking.Status == BookingStatus.NoShow
            select booking.Id).Distinct().ToListAsync(ct);
        foreach (var booking in finished)
            await hostTime.ReleaseAsync(booking, ct);
    }

    private Task<PortalUser?> FindHostAsync(InviteNowRequest request, CancellationToken ct)
    {
        var hostId = request.HostId ?? request.By.UserId;
        return db.Members.AsNoTracking()
            .Where(member => member.OrganizationId == request.By.OrganizationId && member.UserId == hostId)
            .Select(member => member.User)
            .SingleOrDefaultAsync(ct);
    }

    // an invitation for now has no buffers, and no seats for others; the type is this one's own copy
    private async Task<MeetingType?> FindTypeAsync(InviteNowRequest request, Guid hostId, CancellationToken ct)
    {
        var types = db.MeetingTypes.Where(type => type.OrganizationId == request.By.OrganizationId && !type.SessionsOnly);
        types = request.MeetingType is { } slug
            ? types.Where(type => type.Slug == slug)
            : types.Where(type => type.Capacity == 1 && type.Visibility != MeetingTypeVisibility.Hidden);
        var found = await types
            .OrderByDescending(type => type.Hosts.Any(host => host.HostId == hostId)).ThenBy(type => type.Position).ThenBy(type => type.Id)
            .Select(type => type.Id)
            .FirstOrDefaultAsync(ct);
        if (found == default)
            return null;
        var copy = await read.GetTypeAsync(found, ct);
        (copy.BufferBefore, copy.BufferAfter, copy.Capacity) = (Duration.Zero, Duration.Zero, 1);
        return copy;
    }

    private static (Booking Booking, VisitorLink Link) Create(
        InviteNowRequest request, PortalUser host, MeetingType type, DateTimeZone zone, Instant start, Duration length, Instant now)
    {
        var visitorZone = request.VisitorZone ?? type.Organization!.Zone;
        var name = string.IsNullOrWhiteSpace(request.Name) ? request.Email.Split('@')[0] : request.Name.Trim();
        var booking = new Booking
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = type.OrganizationId,
            MeetingTypeId = type.Id,
            HostId = host.Id,
            StartsAt = start,
            EndsAt = start + length,
            VisitorZone = visitorZone,
            VisitorStart = start.InZone(visitorZone).LocalDateTime,
            HostZone = zone,
            VisitorName = name,
            VisitorEmail = request.Email,
            CreatedAt = now,
        };
        booking.Confirm();
        var visitor = NewBooking.Person(booking, ParticipantRole.Visitor, name, request.Email);
        booking.Participants.Add(visitor);
        booking.Participants.Add(NewBooking.Host(booking, host));
        var (link, token) = AccessLink.Issue(visitor.Id, LinkPurpose.Join, now);
        return (booking, new VisitorLink(link, token));
    }

    private static Instant StartOf(Instant now) => Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / 60 * 60);
}
