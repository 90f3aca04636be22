using Portal.Core.Availability;
using Portal.Core.Scheduling;

namespace Portal.Core.Bookings;

public abstract record BookSlotOutcome
{
    private BookSlotOutcome()
    {
    }

    /// <param name="Token">Opens the visitor's page; stored nowhere.</param>
    public sealed record Booked(Guid BookingId, string Token) : BookSlotOutcome;

    /// <summary>Taken meanwhile, or never offered: the nearest open times instead, perhaps none.</summary>
    public sealed record SlotTaken(IReadOnlyList<OpenSlot> Nearest, OpenTimes Open) : BookSlotOutcome;

    public sealed record MeetingTypeNotFound : BookSlotOutcome;
}
