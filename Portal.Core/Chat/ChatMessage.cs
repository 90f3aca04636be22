using NodaTime;
using Portal.Core.Bookings;

namespace Portal.Core.Chat;

/// <summary>Something written by somebody in a meeting, at the door before it or in the call.</summary>
public sealed class ChatMessage
{
    public const int LongestText = 2000;

    /// <summary>Counts up: what was said first is read first.</summary>
    public long Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid BookingId { get; init; }

    /// <summary>The visitor at whose door it was said, between them and the hosts only; null for the call, where everybody reads it.</summary>
    public Guid? AtDoorOf { get; init; }

    /// <summary>Who wrote it; null for a member who is no participant of the meeting.</summary>
    public Guid? ParticipantId { get; init; }

    public required string AuthorName { get; init; }

    public required bool ByStaff { get; init; }

    public required string Text { get; init; }

    public required Instant SentAt { get; init; }

    /// <param name="visitor">At whose door it is said.</param>
    /// <param name="by">The visitor, or a member.</param>
    public static ChatMessage AtTheDoor(Participant visitor, Actor by, string text, Instant now) => new()
    {
        OrganizationId = visitor.OrganizationId,
        BookingId = visitor.BookingId,
        AtDoorOf = visitor.Id,
        ParticipantId = by.Kind == ActorKind.Visitor ? by.Id : null,
        AuthorName = by.Name,
        ByStaff = by.Kind == ActorKind.Staff,
        Text = text,
        SentAt = now,
    };
}
