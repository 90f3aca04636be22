using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Bookings.Rules;
using Portal.Core.MeetingTypes;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>A visitor takes an open slot (F4): exactly one of any number who try at once gets it, or one for each seat of a group.</summary>
public sealed class BookSlot(PortalDbContext db, ReadAvailability read, TakeTime takeTime, FindOpenSlots findOpenSlots, IClock clock)
{
    public const int NearestTimes = 3;

    private static readonly CompiledQuery<Func<PortalDbContext, Guid?, CancellationToken, Task<SentBefore?>>> WithKey = new(() =>
        EF.CompileAsyncQuery((PortalDbContext db, Guid? key, CancellationToken ct) => db.Bookings
            .Where(booking => booking.RequestKey == key)
            .Select(booking => new SentBefore(
                booking.Id, booking.RequestDigest, booking.Status,
                booking.Participants.First(participant => participant.Role == ParticipantRole.Visitor).Id))
            .SingleOrDefault()));

    /// <exception cref="DatabaseBusyException">The database could not do it now; sent again with the same key it books once.</exception>
    public Task<BookSlotOutcome> RunAsync(BookSlotRequest request, CancellationToken ct) => db.RepeatAsync(() => BookAsync(request, ct), ct);

    private async Task<BookSlotOutcome> BookAsync(BookSlotRequest request, CancellationToken ct)
    {
        var type = await read.FindTypeAsync(request.Organization, request.MeetingType, ct);
        if (type is null || !type.OpensWith(request.LinkKey))
            return new BookSlotOutcome.MeetingTypeNotFound();

        var outcome = await TryAsync(type, request, ct);
        if (outcome is BookSlotOutcome.Booked)
            return outcome;
        // what stands in the way of a form may be the same form, sent before; its key is unique, so it could not book twice
        if (await FindRepeatedAsync(request, ct) is { } sentBefore)
            return sentBefore;
        if (outcome is not null)
            return outcome;
        return new BookSlotOutcome.SlotTaken(
            await findOpenSlots.NearestAsync(type, request.Start, type.LengthOr(request.Length), request.Holder, NearestTimes, ct));
    }

    /// <returns>Null when the time is taken, or the key is.</returns>
    private async Task<BookSlotOutcome?> TryAsync(MeetingType type, BookSlotRequest request, CancellationToken ct)
    {
        var hosts = type.CandidateHosts().ToList();
        var own = new OwnTime(Holder: request.Holder);
        if (await takeTime.IsSeenTakenAsync(type, hosts, request.Start, type.LengthOr(request.Length), own, clock.GetCurrentInstant(), ct))
            return null;
        await using var held = await takeTime.LockAsync(hosts, ct);
        var now = clock.GetCurrentInstant();
        if (await BookingRules.FindRefusalAsync(db, new BookingAttempt(type, request, now), ct) is { } refusal)
            return refusal;
        try
        {
            if (await TakeAsync(type, hosts, own, request, now, ct) is not { } booked)
                return null;
            await held.CommitAsync();
            return booked;
        }
        catch (DbUpdateException exception) when (db.IsHostTimeOverlap(exception) || db.IsRequestRepeated(exception))
        {
            // somebody took the time by a way that does not lock, or the key for another type; the database refused us
            db.ChangeTracker.Clear();
            return null;
        }
    }

    private async Task<BookSlotOutcome?> TakeAsync(
        MeetingType type, List<Guid> candidates, OwnTime own, BookSlotRequest request, Instant now, CancellationToken ct)
    {
        var asked = await takeTime.LookAsync(type, candidates, request.Start, type.LengthOr(request.Length), own, now, ct);
        if (asked.Slot is not { } slot)
            return null;

        var hosts = await takeTime.ChooseAsync(asked, request.Holder, ct);
        var (booking, link) = NewBooking.Of(asked.Snapshot, hosts, slot, request, now);
        var claim = await takeTime.TakeAsync(asked, hosts, slot.Start, slot.End, SeatOwner.Booking(booking.Id, own), ct);
        if (type.Capacity > 1)
            booking.GroupId = claim;
        db.AddNew(booking, link, request.BrowserId, now);
        await db.SaveChangesAsync(ct);
        return new BookSlotOutcome.Booked(booking.Id, link.Token, booking.Status) { VisitorId = link.Row.ParticipantId };
    }

    /// <returns>What became of the form when it was sent before; null for the first time.</returns>
    private async Task<BookSlotOutcome?> FindRepeatedAsync(BookSlotRequest request, CancellationToken ct)
    {
        if (request.RequestKey is not { } key)
            return null;
        var known = await WithKey.On(db)(db, key, ct);
        if (known is null)
            return null;
        if (!request.Digest().AsSpan().SequenceEqual(known.RequestDigest))
            return new BookSlotOutcome.KeyReused();
        var (link, token) = AccessLink.Issue(known.VisitorId, LinkPurpose.Manage, clock.GetCurrentInstant());
        db.AccessLinks.Add(link);
        await db.SaveChangesAsync(ct);
        return new BookSlotOutcome.Booked(known.Id, token, known.Status) { VisitorId = known.VisitorId };
    }

    private sealed record SentBefore(Guid Id, byte[]? RequestDigest, BookingStatus Status, Guid VisitorId);
}
