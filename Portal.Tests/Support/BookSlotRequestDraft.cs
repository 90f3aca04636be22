using NodaTime;
using Portal.Core.Availability;

namespace Portal.Tests.Support;

/// <summary>What a visitor fills in, believable unless a test says otherwise.</summary>
public sealed class BookSlotRequestDraft
{
    public DateTimeZone Zone { get; set; } = World.Berlin;

    public string Name { get; set; } = "Vera Visitor";

    public string Email { get; set; } = "vera@visitor.test";

    public string Notes { get; set; } = "";

    public string? Article { get; set; }

    public Duration? Length { get; set; }

    public string? LinkKey { get; set; }

    public Dictionary<string, IReadOnlyList<string>> Answers { get; } = [];

    public IReadOnlyList<string> Guests { get; set; } = [];

    public Guid? RequestKey { get; set; }

    public Holder? Holder { get; set; }
}
