using Portal.Core.Availability;
using Quartz;

namespace Portal.Web.Jobs;

[DisallowConcurrentExecution]
internal sealed class HoldsJob(ClearLapsedHolds clearLapsedHolds) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        context.Result = await clearLapsedHolds.RunAsync(cancellationToken);
}
