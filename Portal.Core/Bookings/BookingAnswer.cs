using Portal.Core.MeetingTypes;

namespace Portal.Core.Bookings;

/// <summary>A question of the meeting type as it was asked, and what the visitor answered.</summary>
public sealed class BookingAnswer
{
    public Guid BookingId { get; init; }

    /// <summary>Order on the form, from 0.</summary>
    public required int Position { get; init; }

    public required string Question { get; init; }

    public required QuestionKind Kind { get; init; }

    /// <summary>As people read it; several choices one to a line; a date as 2026-11-24.</summary>
    public required string Value { get; init; }
}
