using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;
using Portal.Core.Video;

namespace Portal.Core.Chat;

/// <summary>
/// What was written in a call before somebody came (back) into it. A visitor reads what was said since they first joined, a
/// member of the organisation everything.
/// </summary>
public sealed class ListChatMessages(PortalDbContext db)
{
    /// <summary>The newest of them; nobody scrolls further in the middle of a call.</summary>
    public const int Most = 200;

    /// <returns>The first said first.</returns>
    public async Task<IReadOnlyList<ChatLine>> RunAsync(RoomSeat seat, CancellationToken ct)
    {
        var joinedAt = await db.Participants
            .Where(participant => participant.Id == seat.ParticipantId)
            .Select(participant => participant.JoinedAt)
            .SingleAsync(ct);
        var group = await db.Bookings.Where(booking => booking.Id == seat.BookingId).Select(booking => booking.GroupId).SingleAsync(ct);
        var messages = await db.ChatMessages.AsNoTracking()
            .Where(message => message.AtDoorOf == null && (seat.IsStaff || message.SentAt >= joinedAt))
            .Where(message => message.BookingId == seat.BookingId
                || (group != null && db.Bookings.Any(booking => booking.Id == message.BookingId && booking.GroupId == group)))
            .OrderByDescending(message => message.Id)
            .Take(Most)
            .ToListAsync(ct);
        return [.. messages.AsEnumerable().Reverse().Select(ChatLine.Of)];
    }
}
