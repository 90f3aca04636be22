using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Portal.Core.Bookings;

/// <summary>
/// A browser that acted on a visitor's link, or booked. The first one is the visitor's own; every other shares their place, and
/// stays unverified until it shows the code mailed to the invited address: a link may have been passed on (N9).
/// </summary>
public sealed class VisitorBrowser
{
    public static readonly Duration CodeLifetime = Duration.FromMinutes(10);

    /// <summary>How soon another code may be asked for.</summary>
    public static readonly Duration CodesApart = Duration.FromMinutes(1);

    public const int MostAttempts = 5;

    // a copy of the database must not give six digits away within their lifetime
    private const int Iterations = 100_000;

    public required Guid ParticipantId { get; init; }

    public Participant? Participant { get; init; }

    public required Guid OrganizationId { get; init; }

    /// <summary>From the visitor's cookie; random.</summary>
    public required Guid BrowserId { get; init; }

    /// <summary>When it first acted.</summary>
    public required Instant BoundAt { get; init; }

    public Instant? VerifiedAt { get; private set; }

    /// <summary>Of the latest code that was mailed; null when none is to be tried.</summary>
    public byte[]? CodeHash { get; private set; }

    public Instant? CodeExpiresAt { get; private set; }

    /// <summary>Wrong codes since the latest one.</summary>
    public int CodeAttempts { get; private set; }

    public Instant? CodeAskedAt { get; set; }

    /// <summary>Raised with every change: of several guesses at once each one counts.</summary>
    public int Version { get; private set; }

    /// <summary>The one the visitor booked in.</summary>
    public static VisitorBrowser First(Participant visitor, Guid browserId, Instant now)
    {
        var browser = new VisitorBrowser
        {
            ParticipantId = visitor.Id,
            Participant = visitor,
            OrganizationId = visitor.OrganizationId,
            BrowserId = browserId,
            BoundAt = now,
        };
        browser.Verify(now);
        return browser;
    }

    public bool IsVerified => VerifiedAt is not null;

    public void Verify(Instant now)
    {
        VerifiedAt = now;
        CodeHash = null;
    }

    /// <returns>The code to mail, six digits; only its hash is kept.</returns>
    public string IssueCode(Instant now)
    {
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
        CodeHash = HashOf(code);
        CodeExpiresAt = now + CodeLifetime;
        CodeAttempts = 0;
        return code;
    }

    /// <summary>A wrong code counts; the right one verifies.</summary>
    public bool Show(string code, Instant now)
    {
        if (!CanTry(now))
            return false;
        if (!CryptographicOperations.FixedTimeEquals(HashOf(code), CodeHash))
        {
            CodeAttempts++;
            return false;
        }

        Verify(now);
        return true;
    }

    public bool CanTry(Instant now) => CodeHash is not null && now < CodeExpiresAt && CodeAttempts < MostAttempts;

    private byte[] HashOf(string code)
    {
        byte[] salt = [.. ParticipantId.ToByteArray(), .. BrowserId.ToByteArray()];
        return Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(code), salt, Iterations, HashAlgorithmName.SHA256, 32);
    }
}
