namespace Portal.Core.WaitingRoom;

public abstract record AskForColleagueOutcome
{
    private AskForColleagueOutcome()
    {
    }

    public sealed record Taken(string HostName) : AskForColleagueOutcome;

    public sealed record NobodyFree : AskForColleagueOutcome;

    /// <summary>The host is there by now, or nobody waits any more.</summary>
    public sealed record HostNotLate : AskForColleagueOutcome;
}
