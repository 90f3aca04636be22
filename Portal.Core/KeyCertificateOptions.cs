namespace Portal.Core;

/// <summary>Section <c>Portal:KeyCertificate</c>: a PKCS#12 file with an RSA key, the same on every node.</summary>
public sealed class KeyCertificateOptions
{
    /// <summary>Empty: the keys that protect cookies are stored as they are.</summary>
    public string Path { get; set; } = "";

    public string Password { get; set; } = "";
}
