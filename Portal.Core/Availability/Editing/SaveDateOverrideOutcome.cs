namespace Portal.Core.Availability.Editing;

public abstract record SaveDateOverrideOutcome
{
    private SaveDateOverrideOutcome()
    {
    }

    /// <param name="MeetingsOutside">What is booked on the date outside of its new hours; it stays booked.</param>
    public sealed record Saved(int MeetingsOutside) : SaveDateOverrideOutcome;

    public sealed record DateIsPast : SaveDateOverrideOutcome;

    /// <summary>Somebody else changed the date after the editor was opened; nothing was changed.</summary>
    /// <param name="Current">What they made of it; null for its usual hours.</param>
    public sealed record ChangedMeanwhile(DateOverride? Current) : SaveDateOverrideOutcome;

    public sealed record ScheduleNotFound : SaveDateOverrideOutcome;
}
