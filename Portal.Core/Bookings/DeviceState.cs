namespace Portal.Core.Bookings;

/// <summary>What a device check found out about a camera or a microphone.</summary>
public enum DeviceState
{
    Works,

    /// <summary>The browser was told not to let the page use it.</summary>
    Denied,

    /// <summary>There is none.</summary>
    Missing,

    /// <summary>Another program has it.</summary>
    Busy,

    /// <summary>It was there and is no longer.</summary>
    Gone,

    /// <summary>The page was opened over a connection browsers do not trust with it.</summary>
    Insecure,
}
