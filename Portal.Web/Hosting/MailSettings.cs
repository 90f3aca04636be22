using Portal.Core;
using Portal.Core.Notifications;

namespace Portal.Web.Hosting;

public static class MailSettings
{
    /// <exception cref="StartRefusedException">A value is missing or wrong; the message names the setting.</exception>
    public static MailOptions Read(IConfiguration configuration, PortalOptions portal)
    {
        var mail = PortalSettings.Bind<MailOptions>(configuration, "Mail");
        if (mail.FindFault() is { } fault)
            throw new StartRefusedException(fault);
        if (mail.Transport != MailTransportKind.Pickup)
            return mail;
        var folder = Path.GetFullPath(string.IsNullOrWhiteSpace(mail.PickupFolder) ? "mail" : mail.PickupFolder, portal.DataFolder);
        mail.PickupFolder = PortalSettings.UsableFolder(folder, "Mail:PickupFolder");
        return mail;
    }
}
