namespace Portal.Core.Video;

public abstract record FindCallOutcome
{
    private FindCallOutcome()
    {
    }

    /// <param name="Refusal">Why the reader cannot join now; null when they can.</param>
    public sealed record Found(CallView Call, JoinCallOutcome? Refusal) : FindCallOutcome;

    public sealed record BookingNotFound : FindCallOutcome;

    public sealed record NotAParticipant : FindCallOutcome;
}
