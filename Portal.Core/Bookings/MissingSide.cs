namespace Portal.Core.Bookings;

/// <summary>Who did not come to a meeting.</summary>
public enum MissingSide
{
    Visitor,
    Host,
    Both,
}
