namespace Portal.Core.Availability.Sessions;

public abstract record RemoveSessionOutcome
{
    private RemoveSessionOutcome()
    {
    }

    public sealed record Removed : RemoveSessionOutcome;

    /// <summary>Somebody has it; whoever wants it back cancels or moves the booking.</summary>
    public sealed record SessionBooked : RemoveSessionOutcome;

    public sealed record SessionNotFound : RemoveSessionOutcome;
}
