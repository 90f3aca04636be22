namespace Portal.Core.WaitingRoom;

public abstract record RebookFirstInLineOutcome
{
    private RebookFirstInLineOutcome()
    {
    }

    /// <param name="Token">Opens the visitor's page of the new meeting; stored nowhere.</param>
    public sealed record Booked(Guid BookingId, string Token, Guid VisitorId) : RebookFirstInLineOutcome;

    public sealed record SlotTaken : RebookFirstInLineOutcome;

    /// <summary>The host is there by now, or nobody waits any more; nothing was changed.</summary>
    public sealed record HostNotLate : RebookFirstInLineOutcome;
}
