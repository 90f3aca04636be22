namespace Portal.Core.Bookings;

public enum ActorKind
{
    System,
    Visitor,
    Staff,
}
