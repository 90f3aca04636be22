using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Availability;
using Portal.Core.MeetingTypes;
using Portal.Core.Notifications;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;

namespace Portal.Core.Bookings;

/// <summary>A visitor takes an open slot (F4): exactly one of any number who try at once gets it.</summary>
public sealed class BookSlot(PortalDbContext db, HostTime hostTime, FindOpenSlots findOpenSlots, IClock clock)
{
    public const int NearestTimes = 3;

    public async Task<BookSlotOutcome> RunAsync(BookSlotRequest request, CancellationToken ct)
    {
        var type = await db.MeetingTypes.AsNoTracking()
            .Include(type => type.Organization)
            .Include(type => type.Hosts).ThenInclude(host => host.Host)
            .SingleOrDefaultAsync(type => type.Organization!.Slug == request.Organization && type.Slug == request.MeetingType, ct);
        if (type is null)
            return new BookSlotOutcome.MeetingTypeNotFound();

        var candidates = type.CandidateHosts().ToList();
        await using (var transaction = await db.LockHostTimeAsync(candidates, ct))
        {
            var now = clock.GetCurrentInstant();
            await hostTime.ForgetLapsedHoldsAsync(candidates, now, ct);
            if (await ChooseHostAsync(type, candidates, request.Start, now, ct) is { } host)
            {
                var (booking, token) = Create(type, host, request, now);
                try
                {
                    await db.SaveChangesAsync(ct);
                    await transaction.CommitAsync(ct);
                    return new BookSlotOutcome.Booked(booking.Id, token);
                }
                catch (DbUpdateException exception) when (db.IsHostTimeOverlap(exception))
                {
                    // somebody took the time by a way that does not lock; the database refused us, and we say so
                    db.ChangeTracker.Clear();
                }
            }
        }

        var open = await findOpenSlots.ForTypeAsync(type, candidates, null, ct);
        return new BookSlotOutcome.SlotTaken(open.Nearest(request.Start, NearestTimes), open);
    }

    private async Task<HostHours?> ChooseHostAsync(
        MeetingType type, IReadOnlyList<Guid> candidates, Instant start, Instant now, CancellationToken ct)
    {
        var hosts = await hostTime.ReadAsync(type.OrganizationId, candidates, type.Rules().ClaimFor(start), now, null, ct);
        if (OpenSlots.At(type.ScheduleFor(hosts), start, now) is not { } slot)
            return null;
        var free = hosts.Where(host => slot.Hosts.Contains(host.HostId)).ToList();
        if (free.Count < 2)
            return free.FirstOrDefault();

        var freeIds = free.Select(host => host.HostId).ToList();
        var lastGiven = await db.Bookings
            .Where(booking => booking.MeetingTypeId == type.Id && freeIds.Contains(booking.HostId))
            .GroupBy(booking => booking.HostId)
            .Select(group => new { HostId = group.Key, At = group.Max(booking => booking.CreatedAt) })
            .ToDictionaryAsync(row => row.HostId, row => row.At, ct);
        return free.OrderBy(host => lastGiven.GetValueOrDefault(host.HostId, Instant.MinValue)).First();
    }

    private (Booking Booking, string Token) Create(MeetingType type, HostHours host, BookSlotRequest request, Instant now)
    {
        var rules = type.Rules();
        var claim = rules.ClaimFor(request.Start);
        var booking = new Booking
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = type.OrganizationId,
            MeetingTypeId = type.Id,
            HostId = host.HostId,
            StartsAt = request.Start,
            EndsAt = request.Start + type.Length,
            VisitorZone = request.VisitorZone,
            VisitorStart = request.Start.InZone(request.VisitorZone).LocalDateTime,
            HostZone = host.Zone,
            VisitorName = request.Name,
            VisitorEmail = request.Email,
            Notes = request.Notes,
            Article = request.Article,
            CreatedAt = now,
        };
        booking.Confirm();
        var hostPerson = type.Hosts.Single(candidate => candidate.HostId == host.HostId).Host!;
        var visitor = NewParticipant(booking, ParticipantRole.Visitor, null, request.Name, request.Email);
        var hostParticipant = NewParticipant(booking, ParticipantRole.Host, host.HostId, hostPerson.DisplayName, hostPerson.Email!);
        booking.Participants.AddRange([visitor, hostParticipant]);
        var (link, token) = AccessLink.Issue(visitor.Id, LinkPurpose.Manage, now);

        db.Bookings.Add(booking);
        db.TimeClaims.Add(new TimeClaim
        {
            Id = Guid.CreateVersion7(),
            HostId = host.HostId,
            OrganizationId = type.OrganizationId,
            BookingId = booking.Id,
            StartsAt = claim.Start,
            EndsAt = claim.End,
        });
        db.AccessLinks.Add(link);
        db.AuditEntries.Add(AuditEntry.Of(booking, "booking.confirmed", Actor.Visitor(visitor), now));
        var invitation = new MeetingInvitation(booking.StartsAt, booking.EndsAt, booking.Sequence);
        db.Outbox.AddRange(booking.Participants.Select(reader => OutboxMessage.For(reader, invitation, now)));
        return (booking, token);
    }

    private static Participant NewParticipant(Booking booking, ParticipantRole role, Guid? userId, string name, string email) => new()
    {
        Id = Guid.CreateVersion7(),
        BookingId = booking.Id,
        OrganizationId = booking.OrganizationId,
        Role = role,
        UserId = userId,
        Name = name,
        Email = email,
    };
}
