using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Portal.Core.Bookings;

/// <summary>
/// A link that lets a visitor in without an account. The token is shown once, when it is issued; only its SHA-256 is
/// stored, so every mail carries a link of its own and a copy of the database opens nothing.
/// </summary>
public sealed class AccessLink
{
    /// <summary>How long after the meeting's end a link still shows it.</summary>
    public static readonly Duration Lifetime = Duration.FromDays(30);

    public required byte[] TokenHash { get; init; }

    public required Guid ParticipantId { get; init; }

    public Participant? Participant { get; init; }

    public required LinkPurpose Purpose { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <returns>The row to store and the token to hand out: 256 random bits, base64url.</returns>
    public static (AccessLink Link, string Token) Issue(Guid participantId, LinkPurpose purpose, Instant now)
    {
        var token = System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (new AccessLink { TokenHash = HashOf(token), ParticipantId = participantId, Purpose = purpose, CreatedAt = now }, token);
    }

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
