using Portal.Core.WaitingRoom;
using Quartz;

namespace Portal.Web.Jobs;

[DisallowConcurrentExecution]
internal sealed class DoorJob(ClearTheDoor clearTheDoor) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        context.Result = await clearTheDoor.RunAsync(cancellationToken);
}
