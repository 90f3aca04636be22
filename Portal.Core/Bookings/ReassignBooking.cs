using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Availability;
using Portal.Core.MeetingTypes;
using Portal.Core.Notifications;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;

namespace Portal.Core.Bookings;

/// <summary>
/// Another host of the type holds the meeting from now on: their time is taken and the former host's given back in one
/// transaction. Time, links and who was let in stay as they are; everybody in it is told.
/// </summary>
public sealed class ReassignBooking(PortalDbContext db, ReadAvailability read, TakeTime takeTime, IClock clock)
{
    /// <exception cref="DatabaseBusyException">The database could not do it now.</exception>
    public Task<ReassignBookingOutcome> RunAsync(ReassignBookingRequest request, CancellationToken ct) =>
        db.RepeatAsync(() => ReassignAsync(request, ct), ct);

    private async Task<ReassignBookingOutcome> ReassignAsync(ReassignBookingRequest request, CancellationToken ct)
    {
        var typeId = await db.Bookings
            .Where(booking => booking.Id == request.BookingId && booking.OrganizationId == request.OrganizationId)
            .Select(booking => (Guid?)booking.MeetingTypeId)
            .SingleOrDefaultAsync(ct);
        if (typeId is null || await db.FindHostsOfAsync(request.OrganizationId, request.BookingId, ct) is not { } hosts)
            return new ReassignBookingOutcome.BookingNotFound();
        var type = await read.GetTypeAsync(typeId.Value, ct);

        await using var held = await takeTime.LockAsync([.. hosts.Concat(type.Hosts.Select(host => host.HostId)).Distinct()], ct);
        var booking = await db.LoadForChangeAsync(request.BookingId, ct);
        var now = clock.GetCurrentInstant();
        if (request.From is { } from && booking.HostId != from)
            return new ReassignBookingOutcome.HostChanged(NameOf(booking));
        if (booking.Status == BookingStatus.Pending || booking.Status.IsFinal() || now >= booking.EndsAt)
            return new ReassignBookingOutcome.NotReassignable(booking.Status);

        var others = OtherHosts.Of(type, booking).Where(host => request.NewHostId is not { } asked || host.HostId == asked).ToList();
        if (others.Count == 0)
            return request.NewHostId is null ? new ReassignBookingOutcome.NobodyFree() : new ReassignBookingOutcome.NotEligible();
        var time = OtherHosts.TimeLeft(booking, now);
        var look = await takeTime.LookAsync(
            type, [.. others.Select(host => host.HostId)], time.Start, time.Duration, new OwnTime(booking.Id), now, ct);
        var answers = others.ConvertAll(host => OtherHosts.Ask(look, host, time, booking.Id));
        if (request.NewHostId is not null && !answers[0].IsFree)
            return new ReassignBookingOutcome.HostNotFree(answers[0].Name, answers[0].Reasons);
        var chosen = request.NewHostId is not null
            ? answers[0]
            : await ChooseAsync(look, [.. answers.Where(host => host is { IsFree: true, IsAtWork: true })], time, ct);
        if (chosen is null)
            return new ReassignBookingOutcome.NobodyFree();

        try
        {
            await HandOverAsync(booking, others.Single(host => host.HostId == chosen.HostId), look, time, request.By, ct);
        }
        catch (DbUpdateException exception) when (db.IsHostTimeOverlap(exception))
        {
            // somebody took the time by a way that does not lock; the database refused us
            db.ChangeTracker.Clear();
            return request.NewHostId is null
                ? new ReassignBookingOutcome.NobodyFree()
                : new ReassignBookingOutcome.HostNotFree(chosen.Name, chosen.Reasons);
        }

        await held.CommitAsync();
        return new ReassignBookingOutcome.Reassigned(chosen.HostId, chosen.Name);
    }

    /// <returns>Null when nobody is free.</returns>
    private async Task<OtherHost?> ChooseAsync(AskedTime look, IReadOnlyList<OtherHost> free, Interval time, CancellationToken ct)
    {
        var hosts = free.Select(host => host.HostId).ToList();
        // a call that runs over takes its host's time whatever the calendar says
        var inCall = await db.Participants
            .Where(person => person.UserId != null && hosts.Contains(person.UserId!.Value) && person.JoinedAt != null && person.LeftAt == null)
            .Where(person => person.Booking!.Status == BookingStatus.InProgress)
            .Select(person => person.UserId!.Value)
            .ToListAsync(ct);
        var idle = free.Where(host => !inCall.Contains(host.HostId)).ToList();
        if (idle.Count == 0)
            return null;
        var slot = new OpenSlot(time.Start, time.End, [.. idle.Select(host => host.HostId)]);
        var chosen = await takeTime.ChooseAsync(look with { Slot = slot }, holder: null, ct);
        return idle.Single(host => host.HostId == chosen[0]);
    }

    private async Task HandOverAsync(
        Booking booking, MeetingTypeHost host, AskedTime look, Interval time, Actor by, CancellationToken ct)
    {
        var (now, former) = (look.Now, booking.Participants.Find(person => person.Role == ParticipantRole.Host && person.UserId == booking.HostId));
        var claim = await takeTime.TakeAsync(
            look, [host.HostId], time.Start, time.End, SeatOwner.Booking(booking.Id, new OwnTime(booking.Id)), ct);
        if (look.Snapshot.Type.Capacity > 1)
            booking.GroupId = claim;
        var waits = booking.Participants.Exists(person => person.Admission == Admission.Waiting);
        former?.HandOver(now);
        booking.HandOver(host.HostId, look.Snapshot.FindHost(host.HostId)!.Zone, now);
        if (booking.Participants.Find(person => person.UserId == host.HostId) is { } colleague)
            colleague.TakeOver();
        else
            db.Participants.Add(NewBooking.Host(booking, host.Host!));

        db.AuditEntries.Add(AuditEntry.Of(booking, "booking.reassigned", by, now, $"from {former?.Name} to {host.Host!.DisplayName}"));
        var news = new MeetingReassigned(booking.StartsAt, booking.EndsAt, booking.Sequence, former?.Name, waits);
        db.Outbox.AddRange(booking.Readers().Where(reader => reader.Role != ParticipantRole.Staff).Select(reader => OutboxMessage.For(reader, news, now)));
        if (former is not null)
            db.Outbox.Add(OutboxMessage.For(
                former, new MeetingHandedOver(booking.StartsAt, booking.EndsAt, booking.Sequence, host.Host!.DisplayName), now));
        await db.SaveChangesAsync(ct);
    }

    private static string NameOf(Booking booking) =>
        booking.Participants.Find(person => person.UserId == booking.HostId)?.Name ?? "A colleague";
}
