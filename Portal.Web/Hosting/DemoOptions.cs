namespace Portal.Web.Hosting;

/// <summary>Section <c>Demo</c> of the settings.</summary>
public sealed class DemoOptions
{
    public bool Enabled { get; set; }

    /// <summary>The password of every demo person.</summary>
    public string Password { get; set; } = "";
}
