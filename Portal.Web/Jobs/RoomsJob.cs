using Portal.Core.Video.Rooms;
using Quartz;

namespace Portal.Web.Jobs;

[DisallowConcurrentExecution]
internal sealed class RoomsJob(ReconcileRooms reconcileRooms) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        context.Result = await reconcileRooms.RunAsync(cancellationToken);
}
