using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Portal.Web.Api;
using Portal.Web.Api.Document;
using Portal.Web.Live;
using Portal.Web.Pages.Meetings;
using Portal.Web.Security;
using Portal.Web.Webhooks;

namespace Portal.Web.Hosting;

public static class PortalPipeline
{
    public const string ReadyTag = "ready";

    public static void UsePortal(this WebApplication app)
    {
        app.UseDraining();
        // thousands ask every three seconds whether it is their turn; the answer is mostly no
        var waitingPolls = app.Services.GetRequiredService<WaitingPolls>();
        app.Use(next => http => waitingPolls.AnswerAsync(http, next));
        app.UseForwardedHeaders();
        app.UseRequestLog();
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/error");
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseRouting();
        app.UsePatience();
        app.UseWhen(
            http => http.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>() is not null,
            pages => pages.UseMiddleware<SetupGate>());
        app.UseAuthentication();
        var rateLimits = app.Services.GetRequiredService<RateLimits>();
        app.Use(next => http => rateLimits.InvokeAsync(http, next));
        app.UseAuthorization();
        // what is kept is kept compressed
        app.UseOutputCache();
        app.UseResponseCompression();
        app.UseReadableForms();
        app.UseAntiforgery();

        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapMeetingsApi();
        app.MapWaitingDecisionsApi();
        app.MapSessionCallsApi();
        app.MapWaitingRoomApi();
        app.MapBookingsApi();
        app.MapBookingChangesApi();
        app.MapBookingResultsApi();
        app.MapInstantInviteApi();
        app.MapMeetingTypesApi();
        app.MapAvailabilityApi();
        app.MapProfessionalApi();
        app.MapVideoWebhooks();
        app.MapApiDocument();
        app.MapPortalLive();
        app.MapRouteTable();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains(ReadyTag),
            ResultStatusCodes = { [HealthStatus.Degraded] = StatusCodes.Status503ServiceUnavailable },
        });
    }
}
