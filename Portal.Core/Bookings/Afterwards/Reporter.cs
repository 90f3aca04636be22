using Portal.Core.Organizations;

namespace Portal.Core.Bookings.Afterwards;

/// <summary>Who says that the other side did not come: a member, or the visitor by their link.</summary>
public sealed record Reporter
{
    private readonly CurrentMember? member;
    private readonly LinkHolder? visitor;

    private Reporter(CurrentMember? member, LinkHolder? visitor) => (this.member, this.visitor) = (member, visitor);

    public bool IsVisitor => visitor is not null;

    internal Guid OrganizationId => member?.OrganizationId ?? visitor!.OrganizationId;

    public static Reporter Of(CurrentMember member) => new(member, null);

    public static Reporter Of(LinkHolder visitor) => new(null, visitor);

    internal Actor AsActor() => member?.AsActor() ?? visitor!.AsActor();

    /// <summary>The visitor of the meeting, one of its hosts, or an admin.</summary>
    internal bool Concerns(Guid bookingId, IReadOnlyList<Guid> hosts) => member is null
        ? visitor!.BookingId == bookingId
        : member.MayChange(hosts);
}
