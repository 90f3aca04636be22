using Portal.Core.Organizations;

namespace Portal.Core.Bookings;

/// <summary>Who of an organisation may change a booking: those who hold it, and admins.</summary>
public static class BookingAuthority
{
    public static bool MayChange(this CurrentMember member, Booking booking) => member.MayChange(booking.HostIds());

    /// <param name="hosts">Everybody who holds it.</param>
    public static bool MayChange(this CurrentMember member, IReadOnlyCollection<Guid> hosts) =>
        member.IsAtLeast(MemberRole.Admin) || hosts.Contains(member.UserId);
}
