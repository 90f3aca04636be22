namespace Portal.Core.Organizations;

/// <summary>Which of the settings cannot be taken.</summary>
public enum DoorSettingsProblem
{
    LateHostAfterOutOfRange,
    AskAgainAfterOutOfRange,
}

public abstract record ChangeDoorSettingsOutcome
{
    private ChangeDoorSettingsOutcome()
    {
    }

    public sealed record Changed : ChangeDoorSettingsOutcome;

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(IReadOnlyList<DoorSettingsProblem> Problems) : ChangeDoorSettingsOutcome;
}
