using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Availability;
using Portal.Core.MeetingTypes;
using Portal.Core.Notifications;
using Portal.Core.Persistence;
using Portal.Core.WaitingRoom;

namespace Portal.Core.Bookings;

/// <summary>
/// Calls a meeting off and gives its hosts' time back. Everybody in it is told. A visitor who waits for a late host is bound
/// by no policy (N5).
/// </summary>
public sealed class CancelBooking(PortalDbContext db, HostTime hostTime, IClock clock)
{
    /// <exception cref="DatabaseBusyException">The database could not do it now.</exception>
    public Task<CancelBookingOutcome> RunAsync(CancelBookingRequest request, CancellationToken ct) => db.RepeatAsync(() => CancelAsync(request, ct), ct);

    private async Task<CancelBookingOutcome> CancelAsync(CancelBookingRequest request, CancellationToken ct)
    {
        if (await db.FindHostsOfAsync(request.OrganizationId, request.BookingId, ct) is not { } hosts)
            return new CancelBookingOutcome.BookingNotFound();

        await using var held = await hostTime.LockAsync(hosts, ct);
        var booking = await db.LoadForChangeAsync(request.BookingId, ct);
        var now = clock.GetCurrentInstant();
        var reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim();
        if (!booking.Status.CanBecome(BookingStatus.Cancelled))
            return new CancelBookingOutcome.NotCancellable(booking.Status);
        var missed = request.By is { Kind: ActorKind.Visitor, Id: { } visitor } ? await db.FindMeetingOfLateHostAsync(visitor, now, ct) : null;
        if (request.By.Kind == ActorKind.Visitor && missed is null && Refusal(booking, booking.MeetingType!.Policy, reason, now) is { } refusal)
            return refusal;

        if (missed is null)
            booking.Cancel(reason);
        else
            booking.CancelForMissingHost(reason);
        await hostTime.ReleaseAsync(booking.Id, ct);
        db.AuditEntries.Add(AuditEntry.Of(booking, "booking.cancelled", request.By, now));
        var message = new MeetingCancelled(booking.StartsAt, booking.EndsAt, booking.Sequence, request.By.Name, reason, missed?.HostName);
        db.Outbox.AddRange(booking.Readers().Select(reader => OutboxMessage.For(reader, message, now)));
        await db.SaveChangesAsync(ct);
        await held.CommitAsync();
        return new CancelBookingOutcome.Cancelled();
    }

    private static CancelBookingOutcome? Refusal(Booking booking, MeetingPolicy policy, string? reason, Instant now)
    {
        if (now >= booking.EndsAt)
            return new CancelBookingOutcome.NotCancellable(booking.Status);
        var until = BookingPolicy.CancelBefore(booking, policy);
        if (now >= until)
            return new CancelBookingOutcome.TooLateToCancel(until);
        return policy.ReasonRequired && reason is null ? new CancelBookingOutcome.ReasonMissing() : null;
    }
}
