namespace Portal.Core.Persistence;

/// <summary>Why a database did not do what it was asked, when the asking was right.</summary>
public enum DatabaseTrouble
{
    None,

    /// <summary>Two got in each other's way, or the connection broke: with a fresh look it may work at once.</summary>
    Collision,

    /// <summary>It was waited for as long as a person should wait.</summary>
    TooSlow,

    /// <summary>Its disk is full, or it takes no changes: trying again soon changes nothing.</summary>
    OutOfOrder,
}
