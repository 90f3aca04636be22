namespace Portal.Core.Bookings;

public enum ParticipantRole
{
    Visitor,
    Host,

    /// <summary>A colleague of the host who joined the call.</summary>
    Staff,
}
