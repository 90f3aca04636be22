using NodaTime;
using Quartz;

namespace Portal.Web.Jobs;

/// <summary>A sweep and when it runs.</summary>
/// <param name="Name">Of its class: what its runs are recorded under.</param>
/// <param name="Title">For admins: what it is for.</param>
/// <param name="Done">What it counts, after the number: “3 sent”.</param>
public sealed record ScheduledJob(string Name, string Cron, string Title, string Done, Action<IQuartzBuilder> Wake)
{
    public static ScheduledJob Of<TJob>(string cron, string title, string done)
        where TJob : class, IJob => new(typeof(TJob).Name, cron, title, done, quartz => quartz.Wake<TJob>(cron));

    /// <summary>Its next time after a moment.</summary>
    public Instant NextAfter(Instant moment) =>
        Instant.FromDateTimeOffset(new CronExpression(Cron).GetNextValidTimeAfter(moment.ToDateTimeOffset())!.Value);
}
