namespace Portal.Core.Bookings;

/// <summary>The visitor a link was issued to, and what it lets them do.</summary>
public sealed record LinkHolder(Guid ParticipantId, Guid BookingId, Guid OrganizationId, string Name, string Email, LinkPurpose Purpose)
{
    public Actor AsActor() => new(ActorKind.Visitor, ParticipantId, Name);
}
