using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Bookings;
using Portal.Tests.Support.Http;
using Portal.Web.Jobs;
using Quartz;

namespace Portal.Tests.Web.Jobs;

public sealed class PortalJobsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    [Trait("Req", "F1")]
    public async Task A_booking_is_in_the_mail_seconds_later_without_anybody_doing_anything()
    {
        await using var app = new PortalApp { RunJobs = true };
        var open = await app.RunAsync((FindOpenSlots find) => find.RunAsync(new FindOpenSlotsRequest("acme", "intro-call"), default));
        var request = new BookSlotRequest(
            "acme", "intro-call", open!.Slots[0].Start, DateTimeZone.Utc, "Lena Fischer", "lena@mail.test", "", null);
        Assert.IsType<BookSlotOutcome.Booked>(await app.RunAsync((BookSlot book) => book.RunAsync(request, default)));

        await WaitUntilAsync(() => Directory.Exists(app.MailFolder) && Directory.EnumerateFiles(app.MailFolder, "*.eml").Count() >= 2);
    }

    [Fact]
    public async Task A_job_that_fails_is_logged_and_runs_again_at_its_next_time()
    {
        var log = new CapturedLogs();
        var runs = new Runs();
        using var host = Host.CreateDefaultBuilder()
            .ConfigureLogging(logging => logging.ClearProviders().AddProvider(log))
            .ConfigureServices(services => services
                .AddSingleton(runs)
                .AddQuartz(quartz => quartz.Wake<FailingJob>("* * * * * ?"))
                .AddQuartzHostedService())
            .Build();
        await host.StartAsync();

        await WaitUntilAsync(() => runs.Count >= 2);
        await host.StopAsync();

        Assert.Contains(log.Lines, line => line.Level == LogLevel.Error && line.Text.Contains(nameof(FailingJob), StringComparison.Ordinal));
    }

    private static async Task WaitUntilAsync(Func<bool> happened)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!happened())
            await Task.Delay(100, limit.Token);
    }

    internal sealed class Runs
    {
        private int count;

        public int Count => count;

        public void Add() => Interlocked.Increment(ref count);
    }

    internal sealed class FailingJob(Runs runs) : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            runs.Add();
            throw new InvalidOperationException("on purpose");
        }
    }
}
