namespace Portal.Core.Bookings;

/// <summary>Who does a thing, taken from the session, the link or the job, never from what was sent (X7).</summary>
public sealed record Actor(ActorKind Kind, Guid? Id, string Name)
{
    public static Actor System { get; } = new(ActorKind.System, null, "Portal");

    public static Actor Visitor(Participant participant) => new(ActorKind.Visitor, participant.Id, participant.Name);

    public static Actor Staff(Guid userId, string name) => new(ActorKind.Staff, userId, name);
}
