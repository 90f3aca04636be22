using System.Collections.Concurrent;
using NodaTime;
using Portal.Core.Operations;
using Quartz;

namespace Portal.Web.Jobs;

/// <summary>Keeps the last run of every job for admins to see; of runs with nothing to do only one now and then.</summary>
internal sealed partial class RecordRuns(IServiceScopeFactory scopes, ILogger<RecordRuns> logger) : IJobListener
{
    /// <summary>The outbox is looked at every two seconds, and a row that says so each time would keep the disk awake.</summary>
    public static readonly Duration IdleRunsApart = Duration.FromSeconds(20);

    private readonly ConcurrentDictionary<string, Instant> recorded = new();

    public string Name => nameof(RecordRuns);

    public async ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
    {
        var job = context.JobDetail.Key.Name;
        var startedAt = Instant.FromDateTimeOffset(context.FireTimeUtc);
        var done = context.Result as int? ?? 0;
        if (done == 0 && jobException is null && startedAt - recorded.GetValueOrDefault(job) < IdleRunsApart)
            return;
        recorded[job] = startedAt;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RecordJobRun>().RunAsync(
                new RecordJobRunRequest(job, startedAt, (int)context.JobRunTime.TotalMilliseconds, done, FailureOf(jobException)), CancellationToken.None);
        }
        catch (Exception exception)
        {
            // a database that is away is said by the job itself; the next run is recorded again
            NotRecorded(exception, job);
        }
    }

    private static string? FailureOf(JobExecutionException? exception) => exception?.GetBaseException() is { } cause
        ? $"{cause.GetType().Name}: {cause.Message}"
        : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The run of {Job} could not be recorded")]
    private partial void NotRecorded(Exception exception, string job);
}
