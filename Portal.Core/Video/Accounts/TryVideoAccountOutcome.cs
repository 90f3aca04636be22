namespace Portal.Core.Video.Accounts;

public abstract record TryVideoAccountOutcome
{
    private TryVideoAccountOutcome()
    {
    }

    public sealed record Works : TryVideoAccountOutcome;

    /// <param name="Reason">For an admin; without credentials.</param>
    public sealed record Fails(VideoFault Fault, string Reason) : TryVideoAccountOutcome;

    public sealed record NotConfigured : TryVideoAccountOutcome;
}
