using NodaTime;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability.Editing;

/// <summary>What became of a time on a host's clock.</summary>
/// <param name="Zone">The host's.</param>
/// <param name="Moments">One; two for a time that comes twice that day.</param>
public sealed record ExplainedTime(string MeetingName, DateTimeZone Zone, LocalDateTime At, Instant Now, IReadOnlyList<ExplainedMoment> Moments);

/// <param name="Start">Null when the clock skips the time.</param>
/// <param name="Reasons">None when it is offered.</param>
public sealed record ExplainedMoment(Instant? Start, IReadOnlyList<ExplainedReason> Reasons);

/// <param name="OtherHost">Whose reason it is, when it is another host's of a meeting several hold together.</param>
public sealed record ExplainedReason(Reason Reason, string? OtherHost, Blocker? Blocker);

/// <summary>The meeting in the way.</summary>
/// <param name="Start">Without buffers.</param>
/// <param name="End">Without buffers.</param>
/// <param name="BookingId">Null when it is not a booking of this organisation.</param>
/// <param name="IsElsewhere">It belongs to another organisation, and nothing more is told.</param>
/// <param name="IsHeld">Somebody has the form for it open.</param>
public sealed record Blocker(
    Instant Start, Instant End, Guid? BookingId, string? Visitor, string? MeetingName, bool IsElsewhere, bool IsHeld);
