namespace Portal.Core.Notifications;

/// <summary>Sends nothing, whoever asks: the portal does not wake the outbox while mail is held back, and nobody else shall.</summary>
public sealed class HeldTransport : IMailTransport
{
    public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken ct) =>
        Task.FromResult<SendOutcome>(new SendOutcome.Unreachable("Mail is held back by the setting Mail:Transport."));
}
