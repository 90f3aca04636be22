using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Availability;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Notifications;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>
/// A visitor whose host is late takes another time ahead of others (N5): the new meeting is booked and the old one closed as
/// missed by its host in one transaction.
/// </summary>
public sealed class RebookFirstInLine(PortalDbContext db, ReadAvailability read, TakeTime takeTime, HostTime hostTime, IClock clock)
{
    /// <exception cref="DatabaseBusyException">The database could not do it now.</exception>
    public Task<RebookFirstInLineOutcome> RunAsync(RebookFirstInLineRequest request, CancellationToken ct) =>
        db.RepeatAsync(() => RebookAsync(request, ct), ct);

    private async Task<RebookFirstInLineOutcome> RebookAsync(RebookFirstInLineRequest request, CancellationToken ct)
    {
        if (await db.FindMeetingOfLateHostAsync(request.ParticipantId, clock.GetCurrentInstant(), ct) is not { } meeting)
            return new RebookFirstInLineOutcome.HostNotLate();
        var type = FirstInLine.Relax(await read.GetTypeAsync(meeting.MeetingTypeId, ct));
        var present = await db.FindHostsOfAsync(meeting.OrganizationId, meeting.BookingId, ct);

        await using var held = await takeTime.LockAsync([.. type.CandidateHosts().Concat(present!).Distinct()], ct);
        var now = clock.GetCurrentInstant();
        // somebody may have come while it was waited for the lock
        if (await db.FindMeetingOfLateHostAsync(request.ParticipantId, now, ct) is null)
            return new RebookFirstInLineOutcome.HostNotLate();
        var old = await db.Bookings.Include(row => row.Participants).Include(row => row.Answers).Include(row => row.Host).SingleAsync(row => row.Id == meeting.BookingId, ct);
        var asked = await takeTime.LookAsync(type, [.. type.CandidateHosts()], request.Start, type.Length, OwnTime.None, now, ct);
        if (FirstInLine.At(asked, request.Start) is not { } slot)
            return new RebookFirstInLineOutcome.SlotTaken();
        try
        {
            var outcome = await BookAsync(old, type, asked with { Slot = slot }, request, ct);
            await held.CommitAsync();
            return outcome;
        }
        catch (DbUpdateException exception) when (db.IsHostTimeOverlap(exception))
        {
            db.ChangeTracker.Clear();
            return new RebookFirstInLineOutcome.SlotTaken();
        }
    }

    private async Task<RebookFirstInLineOutcome> BookAsync(
        Booking old, MeetingType type, AskedTime asked, RebookFirstInLineRequest request, CancellationToken ct)
    {
        var (now, slot) = (asked.Now, asked.Slot!.Value);
        var hosts = await takeTime.ChooseAsync(asked, holder: null, ct);
        var (booking, link) = NewBooking.Of(asked.Snapshot, hosts, slot, SameAs(old, type, slot.Start), now);
        booking.Answers.Clear();
        booking.Answers.AddRange(old.Answers.Select(answer => new BookingAnswer
        {
            Position = answer.Position,
            Question = answer.Question,
            Kind = answer.Kind,
            Value = answer.Value,
        }));
        var claim = await takeTime.TakeAsync(asked, hosts, slot.Start, slot.End, SeatOwner.Booking(booking.Id, OwnTime.None), ct);
        if (type.Capacity > 1)
            booking.GroupId = claim;
        db.AddNew(booking, link, request.BrowserId, now);

        old.GiveUpOnHost(now);
        await hostTime.ReleaseAsync(old.Id, ct);
        db.AuditEntries.Add(AuditEntry.Of(old, "booking.host_missed", request.By, now, $"booked again for {slot.Start}"));
        var news = new MeetingCancelled(old.StartsAt, old.EndsAt, old.Sequence, request.By.Name, "Booked again for another time.", old.Host!.DisplayName);
        db.Outbox.AddRange(old.Readers().Select(reader => OutboxMessage.For(reader, news, now)));
        await db.SaveChangesAsync(ct);
        return new RebookFirstInLineOutcome.Booked(booking.Id, link.Token, link.Row.ParticipantId);
    }

    private static BookSlotRequest SameAs(Booking old, MeetingType type, Instant start) => new(
        type.Organization!.Slug, type.Slug, start, old.VisitorZone, old.VisitorName, old.VisitorEmail, old.Notes, old.Article)
    {
        Guests = [.. old.Participants.Where(person => person.Role == ParticipantRole.Guest).Select(guest => guest.Email)],
    };
}
