using NodaTime;

namespace Portal.Core.Video;

/// <summary>What a provider sees of its rooms from where it stands; others may be connected elsewhere.</summary>
/// <param name="WatchingSince">Silence means something only after the provider has watched for a while.</param>
public sealed record Presence(Instant WatchingSince, IReadOnlyCollection<Guid> ParticipantIds);
