namespace Portal.Core.WaitingRoom;

public abstract record TakeOverOutcome
{
    private TakeOverOutcome()
    {
    }

    /// <summary>The member holds the meeting now, or did before.</summary>
    public sealed record Yours(string VisitorName) : TakeOverOutcome;

    /// <summary>The host is there after all, or a colleague was faster.</summary>
    public sealed record NotNeeded(string VisitorName, string HostName) : TakeOverOutcome;

    /// <summary>Something else takes the member's time.</summary>
    public sealed record NotFree : TakeOverOutcome;

    /// <summary>The member does not hold meetings of this type.</summary>
    public sealed record NotEligible : TakeOverOutcome;

    /// <summary>The visitor has gone or was let in, or is another organisation's.</summary>
    public sealed record NobodyWaits : TakeOverOutcome;
}
