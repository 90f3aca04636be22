using System.Security.Cryptography;
using System.Text;

namespace Portal.Web.Hosting;

/// <summary>
/// Proves that whoever sets the portal up can read its log: a code printed at the start while there is no organisation,
/// good for one set-up by this process.
/// </summary>
public sealed class SetupCode
{
    // no letters or digits that are taken for one another
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private const int AllowedMistakes = 20;

    private int wrongTries;

    public string Value { get; } = RandomNumberGenerator.GetString(Alphabet, 12);

    /// <summary>After too many wrong codes none is right any more.</summary>
    public bool IsSpent => wrongTries >= AllowedMistakes;

    /// <summary>False for a wrong code, and for any after too many wrong ones: then the portal must be started again.</summary>
    public bool Matches(string? given)
    {
        var normal = (given ?? "").Trim().Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        if (IsSpent)
            return false;
        if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(normal), Encoding.UTF8.GetBytes(Value)))
            return true;
        Interlocked.Increment(ref wrongTries);
        return false;
    }

    public override string ToString() => string.Join('-', Value.Chunk(4).Select(part => new string(part)));
}
