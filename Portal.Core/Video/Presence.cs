using NodaTime;

namespace Portal.Core.Video;

/// <summary>Whose page sits at the portal's hub, whoever carries their call.</summary>
/// <param name="WatchingSince">Silence means something only after the portal has watched for a while.</param>
public sealed record Presence(Instant WatchingSince, IReadOnlyCollection<Guid> ParticipantIds);
