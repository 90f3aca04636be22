namespace Portal.Core.Bookings;

public enum ParticipantRole
{
    Visitor,
    Host,

    /// <summary>A colleague of the host who joined the call.</summary>
    Staff,

    /// <summary>Somebody the visitor brings along: is written to, may join, may not change the booking.</summary>
    Guest,
}
