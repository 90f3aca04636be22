using Portal.Core.Video;
using Quartz;

namespace Portal.Web.Jobs;

[DisallowConcurrentExecution]
internal sealed class OverdueMeetingsJob(CloseOverdueMeetings closeOverdueMeetings) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        context.Result = await closeOverdueMeetings.RunAsync(cancellationToken);
}
