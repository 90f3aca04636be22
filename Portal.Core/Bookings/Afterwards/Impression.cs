namespace Portal.Core.Bookings.Afterwards;

/// <summary>How a meeting was, as a visitor says.</summary>
public enum Impression
{
    Good,
    Fair,
    Poor,
}
