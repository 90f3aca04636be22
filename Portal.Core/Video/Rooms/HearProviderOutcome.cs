namespace Portal.Core.Video.Rooms;

public abstract record HearProviderOutcome
{
    private HearProviderOutcome()
    {
    }

    public sealed record Heard : HearProviderOutcome;

    /// <summary>Nothing was done a second time.</summary>
    public sealed record HeardBefore : HearProviderOutcome;

    /// <summary>Genuine, and about something that is none of the portal's rooms.</summary>
    public sealed record NoRoomOfOurs : HearProviderOutcome;

    /// <summary>Nothing was changed.</summary>
    public sealed record NotGenuine : HearProviderOutcome;
}
