using NodaTime;
using Portal.Core.Bookings;

namespace Portal.Core.WaitingRoom;

/// <param name="OrganizationId">The organisation the member acts in; a participant of another is not found.</param>
public sealed record AdmitParticipantRequest(Guid OrganizationId, Guid ParticipantId, Actor By);

/// <param name="OrganizationId">The organisation the member acts in; participants of another are not found.</param>
/// <param name="ParticipantIds">Those the member saw waiting: whoever came since is not let in by it.</param>
public sealed record AdmitAllRequest(Guid OrganizationId, IReadOnlyList<Guid> ParticipantIds, Actor By);

/// <param name="OrganizationId">The organisation the member acts in; a participant of another is not found.</param>
/// <param name="Reason">Shown to the visitor in the host's words; null or blank for none.</param>
public sealed record DeclineParticipantRequest(Guid OrganizationId, Guid ParticipantId, string? Reason, Actor By)
{
    /// <summary>When the visitor is asked to come back; null for no time.</summary>
    public Instant? ComeBackAt { get; init; }
}

/// <param name="OrganizationId">The organisation the member acts in; a participant of another is not found.</param>
/// <param name="Message">Shown to the visitor in the host's words; not blank.</param>
public sealed record HoldParticipantRequest(Guid OrganizationId, Guid ParticipantId, string Message, Actor By);
