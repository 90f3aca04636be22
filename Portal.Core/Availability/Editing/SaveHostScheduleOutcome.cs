namespace Portal.Core.Availability.Editing;

public abstract record SaveHostScheduleOutcome
{
    private SaveHostScheduleOutcome()
    {
    }

    public sealed record Saved : SaveHostScheduleOutcome;

    /// <summary>Somebody else saved after the editor was opened; nothing was changed.</summary>
    /// <param name="Current">What they saved.</param>
    public sealed record ChangedMeanwhile(HostSchedule Current) : SaveHostScheduleOutcome;

    public sealed record ScheduleNotFound : SaveHostScheduleOutcome;
}
