namespace Portal.Tests.Support.Providers;

/// <summary>What a server does to one request instead of answering it well.</summary>
public enum Trouble
{
    /// <summary>500, and nothing done.</summary>
    Breaks,

    /// <summary>429 with <c>Retry-After: 1</c>, and nothing done.</summary>
    IsBusy,

    /// <summary>429 with <c>Retry-After: 60</c>, and nothing done.</summary>
    IsBusyForLong,

    /// <summary>No answer, and nothing done.</summary>
    Hangs,

    /// <summary>200 with half a JSON document.</summary>
    Babbles,

    /// <summary>Does what is asked, then cuts the line instead of answering.</summary>
    CutsTheLine,
}
