using Portal.Core.Notifications;
using Quartz;

namespace Portal.Web.Jobs;

/// <summary>
/// On as many nodes at once as there are, on each of them once: the schedule would hold all others back while one delivers,
/// and for a while after one that died.
/// </summary>
internal sealed class OutboxJob(DeliverOutbox deliverOutbox, MailOptions mail, OutboxGate gate) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (mail.Transport == MailTransportKind.Held || !gate.TryEnter())
            return;
        try
        {
            context.Result = await deliverOutbox.RunAsync(cancellationToken);
        }
        finally
        {
            gate.Leave();
        }
    }
}
