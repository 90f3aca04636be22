namespace Portal.Core.Notifications;

/// <summary>Reasons are the other side's words; <see cref="LastError"/> takes out what may not be kept.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>False when it is certain that the mail did not arrive, and so nothing in it will be used.</summary>
    public virtual bool MayHaveArrived => false;

    /// <summary>Taken over by the next one on the way.</summary>
    public sealed record Sent : SendOutcome
    {
        public override bool MayHaveArrived => true;
    }

    /// <summary>This address will never be accepted.</summary>
    public sealed record Refused(string Reason) : SendOutcome;

    /// <summary>This mail was not accepted now; others may be.</summary>
    public sealed record Deferred(string Reason) : SendOutcome;

    /// <summary>No mail can be sent at present.</summary>
    /// <param name="Answered">The server said so, or could not be connected to; otherwise it may have taken the mail and fallen silent.</param>
    public sealed record Unreachable(string Reason, bool Answered = true) : SendOutcome
    {
        public override bool MayHaveArrived => !Answered;
    }
}
