using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Notifications;
using Portal.Core.Persistence;

namespace Portal.Core.Operations;

/// <summary>Keeps how the last run of a job went, for admins to see.</summary>
public sealed class RecordJobRun(PortalDbContext db, ThisNode node)
{
    public async Task RunAsync(RecordJobRunRequest request, CancellationToken ct)
    {
        if (await UpdateAsync(request, ct))
            return;
        db.JobRuns.Add(new JobRun
        {
            Job = request.Job,
            StartedAt = request.StartedAt,
            Took = request.Took,
            Done = request.Done,
            DidAt = request.Done > 0 ? request.StartedAt : null,
            NodeName = node.Name,
            FailedAt = request.Failure is null ? null : request.StartedAt,
            Failure = FailureOf(request),
        });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // another node recorded the first run of this job between the two statements
            db.ChangeTracker.Clear();
            await UpdateAsync(request, ct);
        }
    }

    private async Task<bool> UpdateAsync(RecordJobRunRequest request, CancellationToken ct)
    {
        var failure = FailureOf(request);
        var startedAt = (Instant?)request.StartedAt;
        return await db.JobRuns.Where(run => run.Job == request.Job).ExecuteUpdateAsync(
            row => row
                .SetProperty(run => run.StartedAt, request.StartedAt)
                .SetProperty(run => run.Took, request.Took)
                .SetProperty(run => run.Done, request.Done)
                .SetProperty(run => run.DidAt, run => request.Done > 0 ? startedAt : run.DidAt)
                .SetProperty(run => run.NodeName, node.Name)
                .SetProperty(run => run.FailedAt, run => failure != null ? startedAt : run.FailedAt)
                .SetProperty(run => run.Failure, run => failure ?? run.Failure),
            ct) > 0;
    }

    private static string? FailureOf(RecordJobRunRequest request) => request.Failure is null ? null : LastError.From(request.Failure);
}
