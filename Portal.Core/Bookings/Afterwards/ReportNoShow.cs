using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Persistence;
using Portal.Core.Video;
using Portal.Core.Video.Rooms;

namespace Portal.Core.Bookings.Afterwards;

/// <summary>
/// One side says that the other did not come. Only after the start, never against somebody who is there, and for a day it can be
/// taken back by <see cref="TakeBackNoShow"/>.
/// </summary>
public sealed class ReportNoShow(PortalDbContext db, CloseRoom closeRoom, IClock clock)
{
    public async Task<ReportNoShowOutcome> RunAsync(ReportNoShowRequest request, CancellationToken ct)
    {
        var outcome = await db.RepeatAsync(() => ReportAsync(request, ct), ct);
        if (outcome is ReportNoShowOutcome.Reported { RoomName: var room })
            await closeRoom.RunAsync(new CloseRoomRequest(room, CloseRoomRequest.Ended), ct);
        return outcome;
    }

    private async Task<ReportNoShowOutcome> ReportAsync(ReportNoShowRequest request, CancellationToken ct)
    {
        if (await db.FindHostsOfAsync(request.By.OrganizationId, request.BookingId, ct) is not { } hosts)
            return new ReportNoShowOutcome.BookingNotFound();
        if (!request.By.Concerns(request.BookingId, hosts))
            return new ReportNoShowOutcome.NotYours();
        var booking = (await db.LoadMeetingAsync(request.BookingId, ct))!;
        var absent = request.By.IsVisitor ? MissingSide.Host : MissingSide.Visitor;
        var now = clock.GetCurrentInstant();
        if (now < booking.StartsAt)
            return new ReportNoShowOutcome.TooEarly(booking.StartsAt);
        if (!booking.Status.CanBecome(BookingStatus.NoShow) && !(booking.Status == BookingStatus.Completed && booking.CanBeCorrected(now)))
            return new ReportNoShowOutcome.NotPossible(booking.Status);
        var there = booking.Participants.Where(person => person.IsStaff == (absent == MissingSide.Host) && IsThere(person)).Select(person => person.Name).ToList();
        if (there.Count > 0)
            return new ReportNoShowOutcome.WasThere(there);

        var room = RoomName.Of(booking);
        booking.TurnEverybodyOut(now);
        booking.ReportNoShow(absent, now);
        db.AuditEntries.Add(AuditEntry.Of(booking, "booking.no_show", request.By.AsActor(), now, absent == MissingSide.Host ? "the host did not come" : "the visitor did not come"));
        await db.SaveChangesAsync(ct);
        return new ReportNoShowOutcome.Reported(room);
    }

    private static bool IsThere(Participant person) => person.JoinedAt is not null || person.Admission == Admission.Waiting;
}

public sealed record ReportNoShowRequest(Reporter By, Guid BookingId);

public abstract record ReportNoShowOutcome
{
    private ReportNoShowOutcome()
    {
    }

    /// <param name="RoomName">Which is closed, unless others of a group are in it.</param>
    public sealed record Reported(string RoomName) : ReportNoShowOutcome;

    /// <summary>It has not begun.</summary>
    public sealed record TooEarly(Instant StartsAt) : ReportNoShowOutcome;

    /// <summary>They came: they were in the call, or wait at the door.</summary>
    public sealed record WasThere(IReadOnlyList<string> Names) : ReportNoShowOutcome;

    /// <summary>It was called off, is noted as missed already, or ended more than a day ago.</summary>
    public sealed record NotPossible(BookingStatus Status) : ReportNoShowOutcome;

    /// <summary>Neither a host of it nor an admin.</summary>
    public sealed record NotYours : ReportNoShowOutcome;

    public sealed record BookingNotFound : ReportNoShowOutcome;
}
