using Portal.Core.Organizations;

namespace Portal.Web.Pages.Admin.Settings;

public sealed class CallSettingsInput
{
    public bool KeepsChat { get; set; }

    public bool AllowsLocalRecording { get; set; }

    public static CallSettingsInput Of(CallSettings settings) => new()
    {
        KeepsChat = settings.KeepsChat,
        AllowsLocalRecording = settings.AllowsLocalRecording,
    };

    public CallSettings Read() => new(KeepsChat, AllowsLocalRecording);
}
