using NodaTime;

namespace Portal.Core.Video.Rooms;

/// <summary>A report of a provider that was heard, so that the second copy of it is not acted on.</summary>
public sealed class VideoEvent
{
    public const int LongestId = 200;

    public required string ProviderId { get; init; }

    public required string EventId { get; init; }

    public required Instant HeardAt { get; init; }
}
