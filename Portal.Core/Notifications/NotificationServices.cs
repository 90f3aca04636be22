using Microsoft.Extensions.DependencyInjection;

namespace Portal.Core.Notifications;

public static class NotificationServices
{
    /// <summary>Registers the outbox's delivery with the transport that was chosen.</summary>
    /// <param name="mail">Checked, with an absolute pickup folder.</param>
    public static IServiceCollection AddPortalNotifications(this IServiceCollection services, MailOptions mail)
    {
        services.AddSingleton(mail);
        if (mail.Transport == MailTransportKind.Pickup)
            services.AddScoped<IMailTransport, PickupTransport>();
        else if (mail.Transport == MailTransportKind.Held)
            services.AddScoped<IMailTransport, HeldTransport>();
        else
            services.AddScoped<IMailTransport, SmtpTransport>();
        services.AddScoped<PickupFolder>();
        services.AddScoped<RenderMessage>();
        services.AddScoped<CheckReminder>();
        services.AddScoped<DeliverMessage>();
        services.AddScoped<DeliverOutbox>();
        services.AddSingleton<MailPace>();
        services.AddScoped<PlanReminders>();
        services.AddScoped<ListOutbox>();
        services.AddScoped<ListUndelivered>();
        services.AddScoped<SendAgain>();
        return services;
    }
}
