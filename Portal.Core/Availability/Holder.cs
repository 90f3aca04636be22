using System.Security.Cryptography;
using System.Text;

namespace Portal.Core.Availability;

/// <summary>
/// A visitor's browser, as far as holds are concerned: all its tabs are one holder. Only a hash of what the browser keeps
/// is stored, so that nobody can take over a hold from a copy of the database.
/// </summary>
public sealed record Holder(byte[] Key)
{
    public static Holder Of(string secret) => new(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public bool Equals(Holder? other) => other is not null && Key.AsSpan().SequenceEqual(other.Key);

    public override int GetHashCode() => BitConverter.ToInt32(Key, 0);
}
