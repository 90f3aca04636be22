namespace Portal.Core.WaitingRoom;

/// <summary>What a browser that holds a visitor's link is to that visitor (N9).</summary>
public enum BrowserStanding
{
    /// <summary>Nobody has acted on the link yet.</summary>
    First,

    /// <summary>Acts for the visitor.</summary>
    Own,

    /// <summary>Another browser does; this one has only looked.</summary>
    Elsewhere,

    /// <summary>Another browser does; this one acted too, and has not shown the code from the visitor's mail.</summary>
    Unverified,
}

public static class BrowserStandings
{
    /// <summary>It is the visitor's, or becomes that when it acts.</summary>
    public static bool ActsForVisitor(this BrowserStanding standing) => standing is BrowserStanding.First or BrowserStanding.Own;
}
