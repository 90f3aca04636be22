namespace Portal.Core.Bookings;

/// <summary>How a call would find its way out of somebody's network.</summary>
public enum NetworkPath
{
    /// <summary>Straight to the other side.</summary>
    Direct,

    /// <summary>Through the portal's TURN server.</summary>
    Relayed,

    /// <summary>Not at all.</summary>
    Blocked,
}
