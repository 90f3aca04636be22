namespace Portal.Core.WaitingRoom;

/// <summary>What a visitor who waits is told about their host.</summary>
public enum HostState
{
    NotHere,

    /// <summary>Looks at the waiting panel, and so knows who waits.</summary>
    SeesTheDoor,
    InAnotherCall,

    /// <summary>In the call of this very meeting.</summary>
    InTheCall,
}
