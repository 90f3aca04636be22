namespace Portal.Core.Bookings;

/// <param name="OrganizationId">The organisation the actor acts in; a booking of another is not found.</param>
public sealed record ReassignBookingRequest(Guid OrganizationId, Guid BookingId, Actor By)
{
    /// <summary>Who holds it from now on; null for whoever of the type's other hosts is at work, free and idle longest.</summary>
    public Guid? NewHostId { get; init; }

    /// <summary>Whom it was taken from; nothing is changed when it is somebody else's meanwhile. Null for whoever holds it.</summary>
    public Guid? From { get; init; }
}
