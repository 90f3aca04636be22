namespace Portal.Core.MeetingTypes;

public abstract record DeleteMeetingTypeOutcome
{
    private DeleteMeetingTypeOutcome()
    {
    }

    public sealed record Deleted(string Name) : DeleteMeetingTypeOutcome;

    /// <summary>It was booked, or hosts offer single times of it; it can be hidden instead. Nothing was changed.</summary>
    public sealed record InUse : DeleteMeetingTypeOutcome;

    public sealed record NotFound : DeleteMeetingTypeOutcome;
}
