namespace Portal.Web.Pages.Meetings;

/// <summary>What a visitor can do at the door.</summary>
public enum DoorState
{
    /// <summary>Come back when it opens.</summary>
    TooEarly,

    /// <summary>Ask to be let in.</summary>
    Open,

    /// <summary>Take the place again that was kept while the page was silent.</summary>
    Away,
    Waiting,

    /// <summary>Ask again, or book another time.</summary>
    Declined,

    /// <summary>Enter the call.</summary>
    Admitted,
    Over,
}
