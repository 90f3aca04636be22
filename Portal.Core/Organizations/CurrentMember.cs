using NodaTime;
using Portal.Core.Bookings;

namespace Portal.Core.Organizations;

/// <summary>A signed-in person in the organisation they act in.</summary>
public sealed record CurrentMember(
    Guid UserId,
    string Name,
    Guid OrganizationId,
    string OrganizationSlug,
    string OrganizationName,
    DateTimeZone Zone,
    bool WaitingRoomEnabled,
    MemberRole Role)
{
    public bool IsAtLeast(MemberRole role) => Role >= role;

    public Actor AsActor() => Actor.Staff(UserId, Name);
}
