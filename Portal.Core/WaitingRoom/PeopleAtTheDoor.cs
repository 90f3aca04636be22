namespace Portal.Core.WaitingRoom;

/// <summary>What the hosts' panel shows.</summary>
/// <param name="Waiting">The visitors, longest waiting first.</param>
/// <param name="Strangers">Who holds a visitor's link and may be anybody; no decision of a host lets them in.</param>
public sealed record PeopleAtTheDoor(IReadOnlyList<WaitingVisitor> Waiting, IReadOnlyList<StrangerAtTheDoor> Strangers)
{
    public static readonly PeopleAtTheDoor Nobody = new([], []);
}
