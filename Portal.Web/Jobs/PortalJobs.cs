using System.Security.Cryptography;
using System.Text;
using Portal.Core.Persistence;
using Quartz;

namespace Portal.Web.Jobs;

/// <summary>What the portal does by itself, and how often.</summary>
public static class PortalJobs
{
    /// <summary>A node that died in the middle of a job: another takes over after two of these.</summary>
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(5);

    public static IReadOnlyList<ScheduledJob> All { get; } =
    [
        ScheduledJob.Of<OutboxJob>("0/2 * * * * ?", "Send mail", "sent"),
        ScheduledJob.Of<DoorJob>("0/20 * * * * ?", "Clear the waiting rooms", "no longer waiting"),
        ScheduledJob.Of<OverdueMeetingsJob>("5/10 * * * * ?", "Close meetings that are over", "closed"),
        ScheduledJob.Of<RoomsJob>("9/20 * * * * ?", "Ask the video providers who is in a call", "rooms"),
        ScheduledJob.Of<GoneSeatsJob>("3/5 * * * * ?", "Notice calls of nodes that died", "missed"),
        ScheduledJob.Of<HoldsJob>("7/15 * * * * ?", "Give back times nobody booked", "calendars freed"),
        ScheduledJob.Of<PendingBookingsJob>("15 * * * * ?", "Expire bookings nobody approved", "expired"),
        ScheduledJob.Of<RemindersJob>("10/20 * * * * ?", "Plan reminders", "planned"),
    ];

    /// <summary>In memory on SQLite, where there is one node; on PostgreSQL the nodes share a schedule, and each run is one node's.</summary>
    public static IServiceCollection AddPortalJobs(this IServiceCollection services, DatabaseOptions database, TimeProvider time)
    {
        services.AddSingleton<OutboxGate>();
        services.AddQuartz(quartz =>
        {
            // a schedule of its own for every list: a node of another release never meets a job it does not know
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = $"portal-{FingerprintOf(All)}";
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs;
            });
            // nodes that share a schedule must agree on the time
            quartz.UseTimeProvider(time);
            if (database.Provider == DatabaseProvider.Postgres)
                quartz.UsePersistentStore(store =>
                {
                    store.UseSystemTextJsonSerializer();
                    store.ProvisionSchema();
                    store.UsePostgres(database.ConnectionString);
                    store.UseClustering(cluster => cluster.CheckinInterval = CheckIn);
                });
            else
                quartz.UseInMemoryStore();
            quartz.AddJobListener<RecordRuns>();
            foreach (var job in All)
                job.Wake(quartz);
        });
        services.AddQuartzHostedService(service =>
        {
            // started before the first request, and so while no other node starts: the first one makes the tables
            service.AwaitApplicationStarted = false;
            service.WaitForJobsToComplete = true;
        });
        return services;
    }

    /// <summary>No job begins on this node any more; those that run go on to their end.</summary>
    public static async Task StandByAsync(this ISchedulerFactory schedulers, CancellationToken ct)
    {
        foreach (var scheduler in await schedulers.GetAllSchedulers(ct))
            await scheduler.Standby(ct);
    }

    internal static void Wake<TJob>(this IQuartzBuilder quartz, string cron)
        where TJob : class, IJob
    {
        var name = typeof(TJob).Name;
        quartz.AddJob<TJob>(job => job.WithIdentity(name).StoreDurably());
        quartz.AddTrigger(trigger => trigger.WithIdentity(name).ForJob(name).WithCronSchedule(cron));
    }

    internal static string FingerprintOf(IEnumerable<ScheduledJob> jobs) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(';', jobs.Select(job => $"{job.Name} {job.Cron}"))))[..4]);
}
