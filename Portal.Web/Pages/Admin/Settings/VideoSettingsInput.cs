namespace Portal.Web.Pages.Admin.Settings;

public sealed class VideoSettingsInput
{
    public string? Provider { get; set; }

    public bool Records { get; set; }
}
