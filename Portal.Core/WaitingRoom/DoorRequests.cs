using Portal.Core.Bookings;

namespace Portal.Core.WaitingRoom;

/// <param name="OrganizationId">The organisation the member acts in; a participant of another is not found.</param>
public sealed record AdmitParticipantRequest(Guid OrganizationId, Guid ParticipantId, Actor By);

/// <param name="OrganizationId">The organisation the member acts in; a participant of another is not found.</param>
/// <param name="Reason">Shown to the visitor in the host's words; null or blank for none.</param>
public sealed record DeclineParticipantRequest(Guid OrganizationId, Guid ParticipantId, string? Reason, Actor By);
