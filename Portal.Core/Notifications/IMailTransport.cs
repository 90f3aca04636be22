namespace Portal.Core.Notifications;

/// <summary>A way for mail to leave. Used by one worker at a time.</summary>
public interface IMailTransport
{
    /// <summary>Everything that can go wrong on the way is an outcome; an exception is a fault of the program.</summary>
    Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken ct);
}
