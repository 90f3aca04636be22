using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Core.Video.Rooms;

namespace Portal.Core.Video;

/// <summary>Somebody starts a call or joins it: they get a ticket, and the meeting is in progress (A13–A18).</summary>
public sealed class LaunchMeeting(PortalDbContext db, MeetingRooms rooms, IClock clock)
{
    public async Task<JoinCallOutcome> RunAsync(JoinCallRequest request, CancellationToken ct)
    {
        var outcome = await db.RepeatAsync(() => LaunchAsync(request, ct), ct);
        return outcome is JoinCallOutcome.Granted granted ? await db.GrantAsync(rooms, granted.Seat, request.ProviderId, clock.GetCurrentInstant(), ct) : outcome;
    }

    private async Task<JoinCallOutcome> LaunchAsync(JoinCallRequest request, CancellationToken ct)
    {
        var booking = await db.LoadMeetingAsync(request.BookingId, ct);
        if (booking is null)
            return new JoinCallOutcome.BookingNotFound();
        var participant = await db.FindCallerAsync(booking, request.Caller, ct);
        if (participant is null)
            return new JoinCallOutcome.NotAParticipant();
        var now = clock.GetCurrentInstant();
        if (CallDoor.Refusal(booking, participant, now) is { } refusal)
            return refusal;

        if (!participant.IsStaff && participant.Admission != Admission.Admitted)
            participant.Admit(null, now);
        if (!booking.Participants.Contains(participant))
        {
            db.Participants.Add(participant);
            // two pages of one colleague opened at once must not make two participants
            db.RaiseVersion(booking);
        }

        await db.FollowGroupAsync(booking, ct);
        if (booking.Status != BookingStatus.InProgress)
        {
            booking.Start(now);
            db.AuditEntries.Add(AuditEntry.Of(booking, "booking.started", participant.AsActor(), now));
        }

        await db.SaveChangesAsync(ct);
        // no ticket yet: no other system is called before the commit
        return new JoinCallOutcome.Granted("", booking.SeatOf(participant), "");
    }
}
