using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Notifications;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>What approving and refusing a pending booking have in common: who may, and that one decision counts.</summary>
internal static class DecideBooking
{
    /// <exception cref="DatabaseBusyException">The database could not do it now.</exception>
    public static Task<DecideBookingOutcome> DecideAsync(
        this PortalDbContext db, HostTime hostTime, DecideBookingRequest request, Func<Booking, Task> decide, CancellationToken ct) =>
        db.RepeatAsync(() => db.TryDecideAsync(hostTime, request, decide, ct), ct);

    private static async Task<DecideBookingOutcome> TryDecideAsync(
        this PortalDbContext db, HostTime hostTime, DecideBookingRequest request, Func<Booking, Task> decide, CancellationToken ct)
    {
        if (await db.FindHostsOfAsync(request.By.OrganizationId, request.BookingId, ct) is not { } hosts)
            return new DecideBookingOutcome.BookingNotFound();
        if (!request.By.MayChange(hosts))
            return new DecideBookingOutcome.NotYours();

        await using var held = await hostTime.LockAsync(hosts, ct);
        var booking = await db.LoadForChangeAsync(request.BookingId, ct);
        if (booking.Status != BookingStatus.Pending)
            return new DecideBookingOutcome.NotPending(booking.Status);
        await decide(booking);
        await db.SaveChangesAsync(ct);
        await held.CommitAsync();
        return new DecideBookingOutcome.Decided();
    }

    public static IEnumerable<OutboxMessage> ToAll<TMessage>(Booking booking, TMessage message, Instant now)
        where TMessage : IMessage => booking.Readers().Select(reader => OutboxMessage.For(reader, message, now));

    public static IEnumerable<OutboxMessage> ToVisitor<TMessage>(Booking booking, TMessage message, Instant now)
        where TMessage : IMessage => booking.Participants
            .Where(reader => reader.Role == ParticipantRole.Visitor)
            .Select(reader => OutboxMessage.For(reader, message, now));
}
