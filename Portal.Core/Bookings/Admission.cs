namespace Portal.Core.Bookings;

/// <summary>Where a participant stands at the door.</summary>
public enum Admission
{
    /// <summary>Not at the door, or gone from it again.</summary>
    Outside,
    Waiting,
    Admitted,
    Declined,
}
