using Microsoft.Extensions.Options;
using Portal.Core;
using Portal.Core.Notifications;
using Portal.Core.Persistence;
using Portal.Core.Time;
using Portal.Core.Video;
using Portal.Web.Api.Document;
using Portal.Web.Jobs;
using Portal.Web.Live;
using Portal.Web.Pages.Admin.MeetingTypes;
using Portal.Web.Pages.Book;
using Portal.Web.Pages.Meetings;
using Portal.Web.Security;

namespace Portal.Web.Hosting;

public static class PortalServices
{
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        var settings = PortalSettings.Read(builder.Configuration, builder.Environment);
        var services = builder.Services;

        services.AddSingleton(settings);
        services.AddSingleton(Options.Create(settings.Portal));
        var clock = new PortalClock();
        services.AddSingleton(clock);
        services.AddPortalCore();
        services.AddPortalDatabase(settings.Database);
        services.AddHostedService<ClockCorrection>();
        services.AddPortalVideo();
        services.AddPortalLive();
        services.AddScoped<DemoData>();
        services.AddPortalNotifications(MailSettings.Read(builder.Configuration, settings.Portal));
        // before the jobs: hosted services end in the opposite order, and a node leaves when nothing runs on it any more
        services.AddPortalNode();
        services.AddPortalJobs(settings.Database, new PortalTimeProvider(clock));

        services.AddPortalSignIn(KeyCertificate.Load(settings.Portal.KeyCertificate));
        services.AddSingleton(_ => new RateLimits(settings.Limits));
        services.AddTrustedProxies(settings.Portal.TrustedProxies);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.HeaderName = "RequestVerificationToken";
            antiforgery.Cookie.Name = "portal.antiforgery";
        });
        services.AddPortalPages();
        services.AddApiDocument();
        services.AddScoped<VisitorCalendar>();
        services.AddSingleton<WaitingPolls>();
        services.AddHostedService<DoorKeeper>();
        services.AddScoped<MeetingTypeViews>();
        services.AddKeptPages();
        services.AddResponseCompression(compression => compression.EnableForHttps = false);
        services.AddHealthChecks()
            .AddCheck<DrainHealth>("drain", tags: [PortalPipeline.ReadyTag])
            .AddCheck<DatabaseHealth>("database", tags: [PortalPipeline.ReadyTag]);
        services.AddSingleton<SetupCode>();

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (!builder.Environment.IsDevelopment())
            builder.Logging.ClearProviders().AddJsonConsole();
    }
}
