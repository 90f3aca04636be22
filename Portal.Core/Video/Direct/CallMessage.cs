using NodaTime;

namespace Portal.Core.Video.Direct;

/// <summary>Something said to a page whose connection is on another node; that node takes the row and delivers it.</summary>
public sealed class CallMessage
{
    /// <summary>Counts up: what was said first is heard first.</summary>
    public long Id { get; init; }

    public required string ConnectionId { get; init; }

    /// <summary>The page's handler.</summary>
    public required string Method { get; init; }

    /// <summary>A JSON array.</summary>
    public required string Arguments { get; init; }

    public required Instant SaidAt { get; init; }
}
