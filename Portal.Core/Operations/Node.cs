using NodaTime;

namespace Portal.Core.Operations;

/// <summary>A process of the portal that serves from this database; it keeps its own row alive and takes it away when it ends.</summary>
public sealed class Node
{
    /// <summary>How often a node says that it is alive.</summary>
    public static readonly Duration Pulse = Duration.FromSeconds(5);

    /// <summary>A node silent for longer is gone, and what it held is free.</summary>
    public static readonly Duration Patience = Duration.FromSeconds(15);

    public required Guid Id { get; init; }

    /// <summary>The machine's.</summary>
    public required string Name { get; init; }

    /// <summary>Of the program.</summary>
    public required string Version { get; init; }

    public required Instant StartedAt { get; init; }

    public required Instant SeenAt { get; set; }

    /// <summary>Set when it was told to end and finishes what it has begun.</summary>
    public Instant? DrainingSince { get; set; }
}
