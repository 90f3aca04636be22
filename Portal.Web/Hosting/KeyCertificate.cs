using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Portal.Core;

namespace Portal.Web.Hosting;

/// <summary>The certificate that keys are encrypted with before they are stored: without it a stolen database opens every session.</summary>
internal static class KeyCertificate
{
    /// <returns>Null when none is given.</returns>
    /// <exception cref="StartRefusedException">It cannot be used; the message names the setting.</exception>
    public static X509Certificate2? Load(KeyCertificateOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Path))
            return null;
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(options.Path, options.Password);
            return certificate.GetRSAPrivateKey() is null
                ? throw new StartRefusedException($"Portal:KeyCertificate:Path is '{options.Path}', which holds no private RSA key.")
                : certificate;
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"Portal:KeyCertificate:Path is '{options.Path}', which cannot be read as a PKCS#12 file with Portal:KeyCertificate:Password: {exception.Message}");
        }
    }
}
