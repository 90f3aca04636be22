namespace Portal.Core.WaitingRoom;

/// <summary>A browser brings a visitor to the door: they come in or wait, and the browser is theirs or shows a code first (B2, N9).</summary>
public sealed class ComeToDoor(EnterWaitingRoom enter, BindBrowser bind)
{
    public async Task<ComeToDoorOutcome> RunAsync(BindBrowserRequest request, CancellationToken ct)
    {
        var entered = await enter.RunAsync(request.ParticipantId, ct);
        if (entered is not (EnterWaitingRoomOutcome.Waiting or EnterWaitingRoomOutcome.Admitted))
            return new ComeToDoorOutcome.NotOpen();
        return await bind.RunAsync(request, ct) switch
        {
            BindBrowserOutcome.ActsForVisitor => new ComeToDoorOutcome.There(IsLetIn: entered is EnterWaitingRoomOutcome.Admitted),
            BindBrowserOutcome.NeedsCode => new ComeToDoorOutcome.NeedsCode(),
            _ => new ComeToDoorOutcome.TooManyBrowsers(),
        };
    }
}

public abstract record ComeToDoorOutcome
{
    private ComeToDoorOutcome()
    {
    }

    /// <param name="IsLetIn">Nobody has to be waited for.</param>
    public sealed record There(bool IsLetIn) : ComeToDoorOutcome;

    /// <summary>The visitor is at the door; this browser acts for them when it shows the code that was mailed.</summary>
    public sealed record NeedsCode : ComeToDoorOutcome;

    /// <summary>The visitor is at the door; this browser is one too many.</summary>
    public sealed record TooManyBrowsers : ComeToDoorOutcome;

    /// <summary>Too early, too soon after a refusal, or over.</summary>
    public sealed record NotOpen : ComeToDoorOutcome;
}
