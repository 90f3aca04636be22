namespace Portal.Core.Organizations;

/// <summary>Which of the settings cannot be taken.</summary>
public enum DoorSettingsProblem
{
    LateHostAfterOutOfRange,
    AskAgainAfterOutOfRange,
}
