using Portal.Core.Bookings;
using Quartz;

namespace Portal.Web.Jobs;

[DisallowConcurrentExecution]
internal sealed class PendingBookingsJob(ExpirePendingBookings expirePendingBookings) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        context.Result = await expirePendingBookings.RunAsync(cancellationToken);
}
