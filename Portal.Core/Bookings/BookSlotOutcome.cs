using Portal.Core.Bookings.Rules;
using Portal.Core.Scheduling;

namespace Portal.Core.Bookings;

public abstract record BookSlotOutcome
{
    private BookSlotOutcome()
    {
    }

    /// <summary>Also for a form that was sent before: the same booking, with a link of its own.</summary>
    /// <param name="Token">Opens the visitor's page; stored nowhere.</param>
    /// <param name="Status">Pending while somebody has to approve it.</param>
    public sealed record Booked(Guid BookingId, string Token, BookingStatus Status) : BookSlotOutcome
    {
        /// <summary>Whoever booked, as a participant.</summary>
        public required Guid VisitorId { get; init; }
    }

    /// <summary>Taken meanwhile, or never offered: the nearest open times instead, perhaps none.</summary>
    public sealed record SlotTaken(IReadOnlyList<OpenSlot> Nearest) : BookSlotOutcome;

    public sealed record MeetingTypeNotFound : BookSlotOutcome;

    /// <summary>A required answer is missing, or one does not fit its question.</summary>
    public sealed record AnswersRefused(IReadOnlyList<AnswerProblem> Problems) : BookSlotOutcome;

    /// <summary>Too many guests, or an address that is none.</summary>
    /// <param name="Wrong">The addresses that are none; empty when there are just too many.</param>
    public sealed record GuestsRefused(IReadOnlyList<string> Wrong, int Most) : BookSlotOutcome;

    /// <summary>The email address has as many meetings of this type to come as one may have.</summary>
    public sealed record TooManyUpcoming(int Most) : BookSlotOutcome;

    /// <summary>The form was sent before with something else in it.</summary>
    public sealed record KeyReused : BookSlotOutcome;
}
