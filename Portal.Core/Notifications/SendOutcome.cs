namespace Portal.Core.Notifications;

/// <summary>Reasons are the other side's words; <see cref="LastError"/> takes out what may not be kept.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>Taken over by the next one on the way.</summary>
    public sealed record Sent : SendOutcome;

    /// <summary>This address will never be accepted.</summary>
    public sealed record Refused(string Reason) : SendOutcome;

    /// <summary>This mail was not accepted now; others may be.</summary>
    public sealed record Deferred(string Reason) : SendOutcome;

    /// <summary>No mail can be sent at present.</summary>
    public sealed record Unreachable(string Reason) : SendOutcome;
}
