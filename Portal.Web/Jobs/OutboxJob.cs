using Portal.Core.Notifications;
using Quartz;

namespace Portal.Web.Jobs;

[DisallowConcurrentExecution]
internal sealed class OutboxJob(DeliverOutbox deliverOutbox, MailOptions mail) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (mail.Transport != MailTransportKind.Held)
            context.Result = await deliverOutbox.RunAsync(cancellationToken);
    }
}
