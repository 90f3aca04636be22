namespace Portal.Core.MeetingTypes;

public abstract record SaveMeetingTypeOutcome
{
    private SaveMeetingTypeOutcome()
    {
    }

    public sealed record Saved(Guid Id, string Slug, int Version) : SaveMeetingTypeOutcome;

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(IReadOnlyList<MeetingTypeProblem> Problems) : SaveMeetingTypeOutcome;

    /// <summary>Somebody saved it after the editor was opened; nothing was changed.</summary>
    /// <param name="Version">To be sent with the next attempt, once its sender has seen what changed.</param>
    public sealed record ChangedMeanwhile(int Version) : SaveMeetingTypeOutcome;

    public sealed record NotFound : SaveMeetingTypeOutcome;
}
