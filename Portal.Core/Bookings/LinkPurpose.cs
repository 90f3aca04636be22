namespace Portal.Core.Bookings;

/// <summary>What the holder of a link may do.</summary>
public enum LinkPurpose
{
    /// <summary>See, move, cancel and join.</summary>
    Manage,

    /// <summary>See and join only: a join link passed on cannot cancel the meeting.</summary>
    Join,
}
