using System.Globalization;
using NodaTime;
using Portal.Core.Operations;
using Portal.Web.Jobs;

namespace Portal.Web.Pages.Admin.Health;

public sealed record HealthView(
    IReadOnlyList<JobRow> Jobs, IReadOnlyList<NodeRow> Nodes, string Database, string TimeZones, int MailWaiting, int MailGivenUp, bool IsMailHeld)
{
    public static HealthView Of(PortalHealth health, IReadOnlyList<ScheduledJob> jobs, bool isMailHeld)
    {
        // a portal that has just started has not missed anything yet
        var since = health.Nodes.Select(node => node.StartedAt).DefaultIfEmpty(health.Now).Min();
        return new(
            [.. jobs.Select(job => JobRow.Of(job, health.Jobs.SingleOrDefault(run => run.Job == job.Name), since, health.Now))],
            [.. health.Nodes.Select(node => NodeRow.Of(node, health.Now))],
            health.Database == Core.Persistence.DatabaseProvider.Postgres ? "PostgreSQL" : "SQLite",
            health.TimeZones,
            health.MailWaiting,
            health.MailGivenUp,
            isMailHeld);
    }
}

/// <param name="Tone">Of the badge: success, warning, error or neutral.</param>
/// <param name="Failure">The last one, with when it was.</param>
public sealed record JobRow(string Title, string State, string Tone, string Icon, string LastRun, string Did, string NextRun, string? Failure)
{
    /// <summary>How much later than its time a job may run before anybody should look: a node that died is given up after less.</summary>
    private static readonly Duration Grace = Duration.FromMinutes(1);

    public static JobRow Of(ScheduledJob job, JobRun? run, Instant since, Instant now)
    {
        var (state, tone, icon) = StateOf(job, run, since, now);
        return new(
            job.Title, state, tone, icon,
            run is null ? "has not run yet" : $"{Ago.Words(run.StartedAt, now)} on {run.NodeName}, in {run.Took.ToString("N0", CultureInfo.InvariantCulture)} ms",
            DidOf(job, run, now),
            Ago.In(job.NextAfter(now), now),
            run is { FailedAt: { } at, Failure: { } failure } ? $"{Ago.Words(at, now)}: {failure}" : null);
    }

    private static (string State, string Tone, string Icon) StateOf(ScheduledJob job, JobRun? run, Instant since, Instant now)
    {
        // of runs with nothing to do not every one is recorded
        var due = job.NextAfter(run is null ? since : run.StartedAt + RecordRuns.IdleRunsApart) + Grace;
        if (now > due)
            return ("Late", "error", "clock");
        if (run is null)
            return ("Not yet run", "neutral", "hourglass");
        return run.FailedAt == run.StartedAt ? ("Failed", "error", "circle-x") : ("Runs", "success", "circle-check");
    }

    private static string DidOf(ScheduledJob job, JobRun? run, Instant now) => run switch
    {
        { Done: > 0 } => $"{run.Done.ToString("N0", CultureInfo.InvariantCulture)} {job.Done}",
        { DidAt: { } at } => $"nothing to do; it last had something {Ago.Words(at, now)}",
        _ => "nothing to do",
    };
}

public sealed record NodeRow(string Name, string Version, string State, string Tone, string Icon, string Started, string Seen, bool IsThis)
{
    public static NodeRow Of(NodeHealth node, Instant now)
    {
        var (state, tone, icon) = node switch
        {
            { IsSilent: true } => ("Silent", "error", "circle-alert"),
            { IsDraining: true } => ("Ending", "warning", "hourglass"),
            _ => ("Serves", "success", "circle-check"),
        };
        // a version may carry the revision it was built from; its first figures are enough to tell two apart
        var version = node.Version.Split('+') is [var number, { Length: > 8 } revision] ? $"{number} ({revision[..8]})" : node.Version;
        return new(node.Name, version, state, tone, icon, Ago.Words(node.StartedAt, now), Ago.Words(node.SeenAt, now), node.IsThis);
    }
}
