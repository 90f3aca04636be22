namespace Portal.Core;

/// <summary>Section <c>Portal</c> of the settings.</summary>
public sealed class PortalOptions
{
    /// <summary>Where people reach the portal; links in mails begin with it. No slash at the end. Left empty: where it listens.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>Where the portal keeps its files: the SQLite database, picked-up mail. An absolute path once started.</summary>
    public string DataFolder { get; set; } = "App_Data";

    /// <summary>Addresses or networks (CIDR) of reverse proxies whose X-Forwarded-* headers are believed.</summary>
    public IReadOnlyList<string> TrustedProxies { get; set; } = [];

    /// <summary>How many seconds a node that was told to end goes on serving, until load balancers have noticed.</summary>
    public int DrainDelay { get; set; }

    public KeyCertificateOptions KeyCertificate { get; set; } = new();
}
