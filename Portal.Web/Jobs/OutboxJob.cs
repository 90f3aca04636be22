using Portal.Core.Notifications;
using Quartz;

namespace Portal.Web.Jobs;

[DisallowConcurrentExecution]
internal sealed class OutboxJob(DeliverOutbox deliverOutbox) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await deliverOutbox.RunAsync(cancellationToken);
}
