using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Portal.Core.Video.Direct;

/// <summary>The STUN and TURN servers as one participant's browser is told of them.</summary>
public sealed class IceServers(IOptions<VideoOptions> options)
{
    /// <summary>TURN asks for the credential again whenever an allocation is refreshed, so it has to outlive the call.</summary>
    public static readonly Duration CredentialLifetime = Duration.FromHours(4);

    /// <summary>Calls go through a TURN server whatever the network would let through.</summary>
    public bool RelayOnly => options.Value.Direct.RelayOnly;

    public IReadOnlyList<IceServer> For(Guid participantId, Instant now) => For(participantId, now, CredentialLifetime);

    /// <param name="lifetime">How long a credential made from a secret is taken.</param>
    public IReadOnlyList<IceServer> For(Guid participantId, Instant now, Duration lifetime) =>
        [.. options.Value.Direct.IceServers.Select(server => server.Secret == "" ? Fixed(server) : Minted(server, participantId, now + lifetime))];

    /// <summary>Of the TURN REST scheme: base64(HMAC-SHA1(secret, user name)).</summary>
    [SuppressMessage("Security", "CA5350", Justification = "The scheme prescribes HMAC-SHA1.")]
    internal static string CredentialOf(string secret, string username) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(username)));

    private static IceServer Fixed(IceServerOptions server) => new(
        server.Urls,
        server.Username == "" ? null : server.Username,
        server.Credential == "" ? null : server.Credential);

    private static IceServer Minted(IceServerOptions server, Guid participantId, Instant until)
    {
        var username = string.Create(CultureInfo.InvariantCulture, $"{until.ToUnixTimeSeconds()}:{participantId:N}");
        return new(server.Urls, username, CredentialOf(server.Secret, username));
    }
}
