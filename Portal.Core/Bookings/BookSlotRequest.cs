using System.Security.Cryptography;
using System.Text.Json;
using NodaTime;
using Portal.Core.Availability;

namespace Portal.Core.Bookings;

/// <param name="Start">The start the visitor chose among those offered.</param>
/// <param name="VisitorZone">The zone the visitor saw it in.</param>
/// <param name="Article">The help-centre article the visitor came from, if any.</param>
public sealed record BookSlotRequest(
    string Organization,
    string MeetingType,
    Instant Start,
    DateTimeZone VisitorZone,
    string Name,
    string Email,
    string Notes,
    string? Article)
{
    /// <summary>One of the type's lengths; the usual one for null.</summary>
    public Duration? Length { get; init; }

    /// <summary>What the private link of a type that is not listed carries.</summary>
    public string? LinkKey { get; init; }

    /// <summary>What was typed, by the key of the question; several values only where several choices are allowed.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Answers { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Email addresses of people the visitor brings along.</summary>
    public IReadOnlyList<string> Guests { get; init; } = [];

    /// <summary>The same for every sending of one form, so that it books once (R11).</summary>
    public Guid? RequestKey { get; init; }

    /// <summary>Whose hold on the time is used up by the booking.</summary>
    public Holder? Holder { get; init; }

    /// <summary>From the visitor's cookie: the first browser to act for them, which no other becomes by the link alone (N9).</summary>
    public Guid? BrowserId { get; init; }

    /// <summary>SHA-256 of what is asked for: another request with the same key is a mistake.</summary>
    internal byte[] Digest() => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new
    {
        Organization,
        MeetingType,
        Start = Start.ToUnixTimeTicks(),
        Minutes = Length?.TotalMinutes,
        Name,
        Email,
        Notes,
        Answers = Answers.OrderBy(answer => answer.Key, StringComparer.Ordinal).Select(answer => new { answer.Key, answer.Value }),
        Guests,
    }));
}
