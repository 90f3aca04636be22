using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;
using Portal.Core.Video;

namespace Portal.Core.Chat;

/// <summary>Somebody in a call writes to everybody in it. Who may be in it was decided when they sat down.</summary>
public sealed class SendChatMessage(PortalDbContext db, IClock clock)
{
    /// <param name="seat">From the writer's own ticket.</param>
    public async Task<SendChatMessageOutcome> RunAsync(RoomSeat seat, string? words, CancellationToken ct)
    {
        var text = words?.Trim().ReplaceLineEndings("\n") ?? "";
        if (text.Length == 0)
            return new SendChatMessageOutcome.Empty();
        if (text.Length > ChatMessage.LongestText)
            return new SendChatMessageOutcome.TooLong();

        var meeting = await db.Bookings
            .Where(booking => booking.Id == seat.BookingId)
            .Select(booking => new { booking.OrganizationId, booking.Organization!.KeepsCallChat })
            .SingleAsync(ct);
        var message = new ChatMessage
        {
            OrganizationId = meeting.OrganizationId,
            BookingId = seat.BookingId,
            ParticipantId = seat.ParticipantId,
            AuthorName = seat.Name,
            ByStaff = seat.IsStaff,
            Text = text,
            SentAt = clock.GetCurrentInstant(),
        };
        if (meeting.KeepsCallChat)
        {
            db.ChatMessages.Add(message);
            await db.SaveChangesAsync(ct);
        }

        return new SendChatMessageOutcome.Sent(ChatLine.Of(message));
    }
}
