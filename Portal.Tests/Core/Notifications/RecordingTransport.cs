using System.Collections.Concurrent;
using Portal.Core.Notifications;

namespace Portal.Tests.Core.Notifications;

/// <summary>Takes every mail, unless a test answers otherwise.</summary>
public sealed class RecordingTransport : IMailTransport
{
    private readonly ConcurrentQueue<OutgoingMail> attempted = new();
    private readonly ConcurrentQueue<OutgoingMail> sent = new();

    public Func<OutgoingMail, SendOutcome> Answer { get; set; } = _ => new SendOutcome.Sent();

    /// <summary>What the server takes its time for.</summary>
    public Func<Task> Delay { get; set; } = () => Task.CompletedTask;

    /// <summary>In order, also those that were not taken.</summary>
    public IReadOnlyList<OutgoingMail> Attempted => [.. attempted];

    public IReadOnlyList<OutgoingMail> Sent => [.. sent];

    public IReadOnlyList<OutgoingMail> SentTo(string email) => [.. sent.Where(mail => mail.To == email)];

    public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken ct)
    {
        attempted.Enqueue(mail);
        // let other workers run meanwhile
        await Task.Yield();
        await Delay();
        ct.ThrowIfCancellationRequested();
        var outcome = Answer(mail);
        if (outcome is SendOutcome.Sent)
            sent.Enqueue(mail);
        return outcome;
    }
}
