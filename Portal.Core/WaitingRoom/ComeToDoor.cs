namespace Portal.Core.WaitingRoom;

/// <summary>A browser brings a visitor to the door (B2): it is theirs or shows a code first (N9), and only then they come in or wait.</summary>
public sealed class ComeToDoor(BindBrowser bind, EnterWaitingRoom enter)
{
    public async Task<ComeToDoorOutcome> RunAsync(BindBrowserRequest request, CancellationToken ct) => await bind.RunAsync(request, ct) switch
    {
        // nobody is at the door for a visitor whose browser this may not be
        BindBrowserOutcome.ActsForVisitor => await EnterAsync(request.ParticipantId, ct),
        BindBrowserOutcome.NeedsCode => new ComeToDoorOutcome.NeedsCode(),
        BindBrowserOutcome.TooManyBrowsers => new ComeToDoorOutcome.TooManyBrowsers(),
        _ => new ComeToDoorOutcome.NotOpen(IsTheirBrowser: false),
    };

    private async Task<ComeToDoorOutcome> EnterAsync(Guid participantId, CancellationToken ct) => await enter.RunAsync(participantId, ct) switch
    {
        EnterWaitingRoomOutcome.Waiting => new ComeToDoorOutcome.There(IsLetIn: false),
        EnterWaitingRoomOutcome.Admitted => new ComeToDoorOutcome.There(IsLetIn: true),
        _ => new ComeToDoorOutcome.NotOpen(IsTheirBrowser: true),
    };
}

public abstract record ComeToDoorOutcome
{
    private ComeToDoorOutcome()
    {
    }

    /// <param name="IsLetIn">Nobody has to be waited for.</param>
    public sealed record There(bool IsLetIn) : ComeToDoorOutcome;

    /// <summary>This browser acts for the visitor when it shows the code that was mailed.</summary>
    public sealed record NeedsCode : ComeToDoorOutcome;

    /// <summary>This browser is one too many.</summary>
    public sealed record TooManyBrowsers : ComeToDoorOutcome;

    /// <summary>Too early, too soon after a refusal, or over.</summary>
    /// <param name="IsTheirBrowser">It acts for the visitor all the same.</param>
    public sealed record NotOpen(bool IsTheirBrowser) : ComeToDoorOutcome;
}
