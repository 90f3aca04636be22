using Portal.Core.Notifications;
using Quartz;

namespace Portal.Web.Jobs;

[DisallowConcurrentExecution]
internal sealed class RemindersJob(PlanReminders planReminders) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        context.Result = await planReminders.RunAsync(cancellationToken);
}
