using Portal.Core.Video.Direct;
using Quartz;

namespace Portal.Web.Jobs;

[DisallowConcurrentExecution]
internal sealed class GoneSeatsJob(ClearGoneSeats clearGoneSeats) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        context.Result = await clearGoneSeats.RunAsync(cancellationToken);
}
