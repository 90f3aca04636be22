using Quartz;

namespace Portal.Web.Jobs;

/// <summary>What the portal does by itself, and how often.</summary>
public static class PortalJobs
{
    public static IServiceCollection AddPortalJobs(this IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "portal");
            quartz.UseInMemoryStore();
            quartz.Wake<OutboxJob>("0/2 * * * * ?");
            quartz.Wake<DoorJob>("0/20 * * * * ?");
            quartz.Wake<OverdueMeetingsJob>("5/10 * * * * ?");
            quartz.Wake<PendingBookingsJob>("15 * * * * ?");
            quartz.Wake<RemindersJob>("30 * * * * ?");
        });
        services.AddQuartzHostedService(service => service.WaitForJobsToComplete = true);
        return services;
    }

    internal static void Wake<TJob>(this IQuartzBuilder quartz, string cron)
        where TJob : class, IJob
    {
        var name = typeof(TJob).Name;
        quartz.AddJob<TJob>(job => job.WithIdentity(name).StoreDurably());
        quartz.AddTrigger(trigger => trigger.WithIdentity(name).ForJob(name).WithCronSchedule(cron));
    }
}
