using NodaTime;

namespace Portal.Core.Availability;

public abstract record HoldSlotOutcome
{
    private HoldSlotOutcome()
    {
    }

    /// <param name="Until">When others can have it again, unless it is booked or held anew before.</param>
    public sealed record Held(Instant Until) : HoldSlotOutcome;

    public sealed record SlotTaken : HoldSlotOutcome;

    /// <summary>The browser holds <see cref="HoldSlot.MostHeld"/> other times: this one can be booked, but is not kept.</summary>
    public sealed record HoldsEnough : HoldSlotOutcome;

    public sealed record MeetingTypeNotFound : HoldSlotOutcome;
}
