namespace Portal.Core.Video;

/// <summary>Who asks, as the session and the visitor's cookie tell it; never as the request does (X7).</summary>
/// <param name="UserId">The account that is signed in; null for nobody, and for staff who look at the meeting as a guest.</param>
/// <param name="ParticipantIds">The visitors whose links this browser has opened.</param>
public sealed record CallCaller(Guid? UserId, IReadOnlyCollection<Guid> ParticipantIds);
