using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Core.Video.Rooms;

namespace Portal.Core.Video;

/// <summary>
/// A member sends a visitor out of the call (R14, X4). Nobody can take a ticket back, so the room is what goes: the others meet in
/// the next one, and the visitor is let into it by nobody but a host at the door.
/// </summary>
public sealed class RemoveParticipant(PortalDbContext db, CloseRoom closeRoom, IClock clock)
{
    public const int LongestReason = 500;

    public async Task<RemoveParticipantOutcome> RunAsync(RemoveParticipantRequest request, CancellationToken ct)
    {
        var outcome = await db.RepeatAsync(() => RemoveAsync(request, ct), ct);
        if (outcome is RemoveParticipantOutcome.Removed removed)
            await closeRoom.RunAsync(new CloseRoomRequest(removed.RoomName, CloseRoomRequest.Moved, request.ParticipantId), ct);
        return outcome;
    }

    private async Task<RemoveParticipantOutcome> RemoveAsync(RemoveParticipantRequest request, CancellationToken ct)
    {
        var booking = await db.LoadMeetingAsync(request.BookingId, ct);
        if (booking is null || booking.OrganizationId != request.OrganizationId)
            return new RemoveParticipantOutcome.BookingNotFound();
        var group = await db.LoadGroupAsync(booking, ct);
        var own = group.FirstOrDefault(one => one.Participants.Exists(person => person.Id == request.ParticipantId));
        if (own?.Participants.Find(person => person.Id == request.ParticipantId) is not { } participant)
            return new RemoveParticipantOutcome.ParticipantNotFound();
        if (participant.IsStaff)
            return new RemoveParticipantOutcome.IsStaff();
        if (booking.Status.IsFinal())
            return new RemoveParticipantOutcome.MeetingOver();
        var now = clock.GetCurrentInstant();
        var roomName = RoomName.Of(booking);
        var wasInCall = participant.IsInCall;
        var reason = request.Reason?.Trim() is { Length: > 0 } said ? said[..Math.Min(said.Length, LongestReason)] : null;
        participant.Remove(request.By.Id!.Value, reason, now, own.Organization!.AskAgainAfter);
        foreach (var one in group)
            one.LeaveRoomBehind();
        db.AuditEntries.Add(AuditEntry.Of(own, "call.removed", request.By, now, participant.Name));
        if (wasInCall)
            db.SettleEmptyCall(own, request.By, now);
        await db.SaveChangesAsync(ct);
        return new RemoveParticipantOutcome.Removed(participant.Name, roomName);
    }
}

/// <param name="OrganizationId">The organisation the member acts in; a booking of another is not found.</param>
/// <param name="ParticipantId">Of the booking, or of another of its group.</param>
/// <param name="Reason">Shown to the visitor in the host's words; null or blank for none.</param>
public sealed record RemoveParticipantRequest(Guid OrganizationId, Guid BookingId, Guid ParticipantId, string? Reason, Actor By);
