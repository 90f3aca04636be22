using NodaTime;

namespace Portal.Tests.Support;

/// <summary>What a visitor fills in, believable unless a test says otherwise.</summary>
public sealed class BookSlotRequestDraft
{
    public DateTimeZone Zone { get; set; } = World.Berlin;

    public string Name { get; set; } = "Vera Visitor";

    public string Email { get; set; } = "vera@visitor.test";

    public string Notes { get; set; } = "";

    public string? Article { get; set; }
}
